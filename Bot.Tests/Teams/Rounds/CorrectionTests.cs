using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Commands;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Teams.Rounds;

/// <summary>An entry that was wrong does not count any more, and who it was about is where they would be without it.</summary>
public sealed class CorrectionTests
{
    private const int Ann = 1, Bo = 2;

    private static readonly string AnnId = Person.Numbered(Ann).EntraId, BoId = Person.Numbered(Bo).EntraId;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Whose_signature_on_paper_is_corrected_is_asked_on_until_the_correction_is_corrected(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await OpenAsync(database);
        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.UntilAsync("2026-09-07 18:00", TimeSpan.FromHours(1));
        await stage.Desk.EnterAsync(stage.Policy, AnnId, new RegisterEvent.SignedOnPaper(new DateOnly(2026, 9, 7), "Sam", "no phone"), Token);

        Assert.Equal(Command.Done, (await CorrectAsync(stage, await NumberAsync(stage, AnnId, "signed-on-paper"), "it was Bo who signed")).ExitCode);

        Assert.Equal((MemberState.Open, null), await PlaceAsync(stage, round, AnnId));
        await stage.UntilAsync("2026-09-14 18:00", TimeSpan.FromHours(1));
        Assert.Equal(["issue+0", "reminder+7"], (await MemberAsync(stage, round, AnnId)).Sent.Select(sent => $"{sent.Step}"));
        Assert.Equal(2, stage.SentTo(Ann).Count);

        Assert.Equal(Command.Done, (await CorrectAsync(stage, await NumberAsync(stage, AnnId, "corrected"), "it was Ann after all")).ExitCode);

        Assert.Equal((MemberState.Acknowledged, null), await PlaceAsync(stage, round, AnnId));
        await stage.UntilAsync("2026-10-02 18:00", TimeSpan.FromHours(4));
        Assert.Equal((2, 4), (stage.SentTo(Ann).Count, stage.SentTo(Bo).Count));
        Assert.Contains(await stage.RegisterAsync(), entry => entry.ReadEvent() is RegisterEvent.Corrected { By: "Sam", Reason: "it was Bo who signed" } && entry.Person == AnnId);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Whose_confirmation_is_corrected_sees_so_and_confirms_again_in_the_same_round(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await OpenAsync(database);
        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.UntilAsync("2026-09-07 18:00", TimeSpan.FromHours(1));
        await stage.ConfirmAsync(Ann);
        var first = await NumberAsync(stage, AnnId, "acknowledged");
        stage.Bot.Clock.Advance(TimeSpan.FromMinutes(5));

        await CorrectAsync(stage, first, "somebody else's *phone*");

        Assert.Equal((MemberState.Open, null), await PlaceAsync(stage, round, AnnId));
        var record = await stage.SayAsync(Ann, "what have i signed");
        Assert.Contains("corrected on 7 September 2026, 18:05, because", record, StringComparison.Ordinal);
        Assert.Contains("""somebody else's \\*phone\\*""", record, StringComparison.Ordinal);
        await stage.ConfirmAsync(Ann);

        var second = await NumberAsync(stage, AnnId, "acknowledged");
        Assert.True(second > first);
        Assert.Equal([round.Id, round.Id], (await stage.RegisterAsync()).Select(entry => (entry.ReadEvent() as RegisterEvent.Acknowledged)?.Round).OfType<string>());
        Assert.Equal((MemberState.Acknowledged, null), await PlaceAsync(stage, round, AnnId));
        Assert.Contains("already", await stage.SayAsync(Ann, "sign the policy"), StringComparison.Ordinal);
        Assert.False(await AppendAsync(stage, second)); // It stands once, whoever writes.

        await CorrectAsync(stage, await NumberAsync(stage, AnnId, "corrected"), "it was Ann's");
        await CorrectAsync(stage, second, "one is enough");

        Assert.Equal((MemberState.Acknowledged, null), await PlaceAsync(stage, round, AnnId));
        Assert.False(await AppendAsync(stage, first));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Of_many_who_correct_one_entry_at_once_one_does(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await OpenAsync(database);
        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.Desk.EnterAsync(stage.Policy, AnnId, new RegisterEvent.Exempted("Sam", "long leave"), Token);
        var number = await NumberAsync(stage, AnnId, "exempted");

        var said = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CorrectAsync(stage, number, "back already")));

        Assert.Single(said, each => each.ExitCode == Command.Done);
        Assert.All(said.Where(each => each.ExitCode != Command.Done), each => Assert.Contains("was corrected already", each.Text, StringComparison.Ordinal));
        Assert.Single(await stage.RegisterAsync(), entry => entry.Kind == "corrected");
        Assert.Equal((MemberState.Open, null), await PlaceAsync(stage, round, AnnId));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_left_or_has_confirmed_besides_stays_where_they_are(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await OpenAsync(database);
        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.Desk.EnterAsync(stage.Policy, AnnId, new RegisterEvent.SignedOnPaper(new DateOnly(2026, 9, 7), "Sam", "no phone"), Token);
        await stage.ConfirmAsync(Ann);
        await CorrectAsync(stage, await NumberAsync(stage, AnnId, "signed-on-paper"), "was not she");
        Assert.Equal((MemberState.Acknowledged, null), await PlaceAsync(stage, round, AnnId));

        await stage.SayAsync(Bo, "sign the policy");
        await stage.SayAsync(Bo, "I want to talk to the Manager first");
        await stage.BringInAsync(RoundStage.Member(Bo, "Bo") with { Ends = new DateOnly(2026, 9, 7) });
        await stage.UntilAsync("2026-09-08 12:00", TimeSpan.FromHours(1));
        await CorrectAsync(stage, await NumberAsync(stage, BoId, "wants-to-talk"), "pressed by mistake");
        Assert.Equal((MemberState.Left, null), await PlaceAsync(stage, round, BoId));
    }

    [Fact]
    public async Task What_cannot_be_corrected_says_why_and_a_person_is_found_by_email_or_id()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await OpenAsync(database);
        await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token);
        await stage.UntilAsync("2026-09-07 18:00", TimeSpan.FromHours(1));
        await stage.ConfirmAsync(Ann);
        await stage.Desk.EnterAsync(stage.Policy, BoId, new RegisterEvent.Exempted("Sam", "long leave"), Token);
        var (signed, exempted) = (await NumberAsync(stage, AnnId, "acknowledged"), await NumberAsync(stage, BoId, "exempted"));
        await CorrectAsync(stage, signed, "the wrong phone");
        await stage.EraseAsync(BoId);

        foreach (var (number, why) in ((long, string)[])[(9_999, "There is no entry 9999."), (1, "Entry 1 is about nobody in particular"), (exempted, $"Entry {exempted} was erased."),
            (await NumberAsync(stage, AnnId, "delivered"), "says what happened and not how somebody stands"), (signed, "was corrected already, on 7 September 2026, 18:00. To have it count again, correct entry")])
        {
            var said = await CorrectAsync(stage, number, "?");
            Assert.Equal(Command.Failed, said.ExitCode);
            Assert.Contains(why, said.Text, StringComparison.Ordinal);
        }

        var shown = await Commands(stage).TryShowAsync("ANN@school.example");
        Assert.Equal(shown, await Commands(stage).TryShowAsync($"{{{AnnId.ToUpperInvariant()}}}"));
        Assert.StartsWith($"Ann ({AnnId})\n", shown.Text, StringComparison.Ordinal);
        Assert.Matches($@"\n +{signed}  07/09/2026 18:00  Social Media Policy: Confirmed in Teams, receipt R-....-....\. DOES NOT COUNT, see entry \d+\.\n", shown.Text);
        Assert.Matches(@"Social Media Policy: Was asked to confirm it\.\n", shown.Text);
        Assert.Equal(Command.Failed, (await Commands(stage).TryShowAsync("nobody@school.example")).ExitCode);
    }

    private static async Task<RoundStage> OpenAsync(TestDatabase database)
    {
        var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        stage.Bot.Channel.Roster.Install(Person.Numbered(Ann));
        stage.Bot.Channel.Roster.Install(Person.Numbered(Bo));
        await stage.BringInAsync(RoundStage.Member(Ann, "Ann") with { Email = "ann@school.example" }, RoundStage.Member(Bo, "Bo"));
        return stage;
    }

    private static CorrectCommand Commands(RoundStage stage) => stage.Bot.Services.GetRequiredService<CorrectCommand>();

    private static Task<Command.Explain> CorrectAsync(RoundStage stage, long number, string reason) => Commands(stage).TryCorrectAsync(number, reason, "Sam");

    /// <returns>The last entry of that kind about the person.</returns>
    private static async Task<long> NumberAsync(RoundStage stage, string person, string kind) =>
        (await stage.RegisterAsync()).Last(entry => entry.Person == person && entry.Kind == kind).Number;

    private static async Task<RoundMember> MemberAsync(RoundStage stage, Round round, string person) =>
        (await stage.Rounds.MembersAsync(round.Id, Token)).Single(member => member.Person == person);

    private static async Task<(MemberState State, DateTimeOffset? NextAt)> PlaceAsync(RoundStage stage, Round round, string person) =>
        await MemberAsync(stage, round, person) is var member ? (member.State, member.NextAt) : default;

    /// <summary>The same confirmation once more, as a second device would bring it.</summary>
    private static async Task<bool> AppendAsync(RoundStage stage, long number)
    {
        var entry = (await stage.RegisterAsync())[(int)number - 1];
        return await stage.Bot.Services.GetRequiredService<PolicyBot.Turns.IRecordStore>().WriteAsync(
            [new Registrations([new RegisterRecord(entry.Person, entry.Item, entry.Version, entry.ReadEvent()!, stage.Bot.Clock.GetUtcNow())])], [], Token);
    }
}
