using System.Globalization;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Teams.Rounds;

/// <summary>That a message was seen is a hint, entered once for each message of a round, and nothing follows from it.</summary>
public sealed class SeenTests
{
    private const int Ann = 1, NotInstalled = 2, Outside = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task It_is_entered_once_a_message_and_changes_no_state(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await OpenAsync(database);
        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.SeeAsync(Ann); // Nothing of the round has arrived yet.
        await stage.UntilAsync("2026-09-07 18:00", TimeSpan.FromHours(1));
        var before = await MembersAsync(stage, round);
        Assert.Equal(0, await SeenAsync(stage));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => stage.SeeAsync(Ann)));
        await stage.SeeAsync(NotInstalled);
        await stage.SeeAsync(Outside);

        Assert.Equal(1, await SeenAsync(stage));
        var after = await MembersAsync(stage, round);
        Assert.Equal(stage.Bot.Clock.GetUtcNow(), after[0].SeenAt);
        Assert.Equal(before.Select(Place), after.Select(Place));
        Assert.Equal(1, (await stage.Rounds.CountAsync(round.Id, Token)).Seen);
        Assert.Contains("Seen, as far as Teams says: 1.", await stage.ManagerSaysAsync("who is missing"), StringComparison.Ordinal);

        await stage.UntilAsync("2026-09-14 18:00", TimeSpan.FromHours(1));
        Assert.Null((await MembersAsync(stage, round))[0].SeenAt); // The reminder was not.
        await stage.SeeAsync(Ann);
        await stage.SeeAsync(Ann);
        Assert.Equal(2, await SeenAsync(stage));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Nobody_who_has_confirmed_no_group_and_no_stopped_round_is_noted(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await OpenAsync(database);
        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.UntilAsync("2026-09-07 18:00", TimeSpan.FromHours(1));

        await stage.SeeAsync(Ann, "groupChat");
        await stage.ConfirmAsync(Ann);
        await stage.SeeAsync(Ann);
        Assert.Equal(0, await SeenAsync(stage));

        round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.UntilAsync("2026-09-08 18:00", TimeSpan.FromHours(1));
        await stage.Desk.SteerAsync(round, RoundState.Stopped, "Sam", Token);
        await stage.SeeAsync(Ann);
        Assert.Equal((0, 2), (await SeenAsync(stage), stage.SentTo(Ann).Count));
    }

    private static async Task<RoundStage> OpenAsync(TestDatabase database)
    {
        var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        stage.Bot.Channel.Roster.Install(Person.Numbered(Ann));
        await stage.BringInAsync(RoundStage.Member(Ann, "Ann"), RoundStage.Member(NotInstalled, "Bo"));
        return stage;
    }

    private static async Task<int> SeenAsync(RoundStage stage) => (await stage.RegisterAsync()).Count(entry => entry.ReadEvent() is RegisterEvent.Seen);

    private static async Task<IReadOnlyList<RoundMember>> MembersAsync(RoundStage stage, Round round) =>
        [.. (await stage.Rounds.MembersAsync(round.Id, Token)).OrderBy(member => member.Person, StringComparer.Ordinal)];

    private static string Place(RoundMember member) => string.Create(CultureInfo.InvariantCulture, $"{member.Person} {member.State} {member.NextAt:O} {member.Sent.Count} {member.DeliveredAt:O} {member.Reason}");
}
