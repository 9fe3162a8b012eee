using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Storage;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Teams.Rounds;

/// <summary>In the middle of a round, people of whom only an email was known are given their ids.</summary>
public sealed class NewIdTests
{
    private const int Ann = 1, Bo = 2, Cy = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_was_signed_stays_signed_and_who_has_not_is_asked_now(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        foreach (var number in (int[])[Ann, Bo, Cy])
            stage.Bot.Channel.Roster.Install(Person.Numbered(number));
        await stage.BringInAsync(ByEmail(Ann), ByEmail(Bo), WithId(Cy));
        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.UntilAsync("2026-09-08 18:00", TimeSpan.FromHours(1));
        Assert.True(await stage.Desk.EnterAsync(stage.Policy, ByEmail(Ann).Id.Value, new RegisterEvent.SignedOnPaper(new DateOnly(2026, 9, 7), "Sam", "no account"), Token));
        Assert.Equal([PersonState.Acknowledged, PersonState.NotReachable, PersonState.Pending], await ReportedAsync(stage));

        await stage.BringInAsync(WithId(Ann), WithId(Bo), WithId(Cy));

        Assert.Equal([PersonState.Acknowledged, PersonState.Pending, PersonState.Pending], await ReportedAsync(stage));
        await stage.UntilAsync("2026-09-09 18:00", TimeSpan.FromHours(1));
        Assert.Equal([(Id(Ann), MemberState.Acknowledged), (Id(Bo), MemberState.Open), (Id(Cy), MemberState.Open)], (await stage.StatesAsync(round)).Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Equal((0, 1, 1), (stage.SentTo(Ann).Count, stage.SentTo(Bo).Count, stage.SentTo(Cy).Count));
        await stage.ConfirmAsync(Bo);
        Assert.Equal([PersonState.Acknowledged, PersonState.Acknowledged, PersonState.Pending], await ReportedAsync(stage));
        Assert.Equal(3, (await stage.Rounds.CountAsync(round.Id, Token)).People);

        await stage.EraseAsync(Id(Ann));
        Assert.DoesNotContain(await stage.RegisterAsync(), entry => entry.Person == ByEmail(Ann).Id.Value || entry.Detail?.Contains("ann1", StringComparison.Ordinal) == true);
        Assert.Equal(2, (await stage.StatesAsync(round)).Count);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_was_in_the_round_twice_is_in_it_once_and_what_is_done_is_done(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        await stage.BringInAsync(ByEmail(Ann), ByEmail(Bo));
        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.Desk.EnterAsync(stage.Policy, ByEmail(Ann).Id.Value, new RegisterEvent.SignedOnPaper(new DateOnly(2026, 9, 7), "Sam", "no account"), Token);
        await DoubleAsync(stage, round, Ann, Bo);
        Assert.Equal(4, (await stage.StatesAsync(round)).Count);

        await stage.BringInAsync(WithId(Ann), WithId(Bo));

        Assert.Equal([(Id(Ann), MemberState.Acknowledged), (Id(Bo), MemberState.Open)], (await stage.StatesAsync(round)).Select(pair => (pair.Key, pair.Value)).Order());
    }

    /// <summary>As rosters were before emails and ids were held together.</summary>
    private static async Task DoubleAsync(RoundStage stage, Round round, params int[] numbers)
    {
        var databases = stage.Bot.Services.GetRequiredService<Databases>();
        foreach (var number in numbers)
            await databases.WriteAsync(open => open.Database.ExecuteSqlAsync($"""
                INSERT INTO "RoundMembers" ("Round", "Person", "Issued", "State", "Sent", "Messages", "NextAt")
                SELECT "Round", {Id(number)}, "Issued", 0, '', 0, 1 FROM "RoundMembers" WHERE "Round" = {round.Id} AND "Person" = {ByEmail(number).Id.Value}
                """, Token), Token);
    }

    private static async Task<IEnumerable<PersonState>> ReportedAsync(RoundStage stage) => (await stage.ReportAsync()).People.Select(line => line.State);

    private static string Id(int number) => Person.Numbered(number).EntraId;

    private static string Email(int number) => $"ann{number}@school.example";

    private static StaffMember WithId(int number) => RoundStage.Member(number, $"Person {number}") with { Email = Email(number) };

    private static StaffMember ByEmail(int number) => WithId(number) with { Id = PersonId.FromEmail(Email(number)) };
}
