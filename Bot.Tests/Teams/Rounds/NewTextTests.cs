using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Teams.Texts;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Teams.Rounds;

/// <summary>The school edits its policy: the manager says whether that is a correction or another meaning.</summary>
public sealed class NewTextTests
{
    private const int Ann = 1, Bo = 2;
    private const string Old = "could offend other members of staff", Slip = "could offend other member of staff", Other = "could offend or embarrass other members of staff";

    public static TheoryData<string> Both => TestDatabase.Both;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Both))]
    public async Task A_correction_voids_nothing(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await ConfirmedByAnnAsync(database);
        await stage.RewordAsync(database, Old, Slip);

        var told = await ToldAsync(stage);
        Assert.Contains("reworded: 1", told, StringComparison.Ordinal);
        Assert.Contains(Slip, told, StringComparison.Ordinal);
        Assert.True((await stage.ReportAsync()).IsNewTextUndecided);

        Assert.Contains("stands", await PressAsync(stage, told, "text-corrected", "a letter was missing"), StringComparison.Ordinal);

        var report = await stage.ReportAsync();
        Assert.Equal((PersonState.Acknowledged, PersonState.Pending), (StateOf(report, Ann), StateOf(report, Bo)));
        Assert.Equal((false, "a letter was missing"), (report.IsNewTextUndecided, Assert.Single(report.Changes).Reason));
        Assert.Contains("You have confirmed this version", await stage.SayAsync(Ann, "sign the policy"), StringComparison.Ordinal);
        Assert.Single(await stage.Rounds.RoundsAsync(Token));
        Assert.Single(await stage.RegisterAsync(), entry => entry.Kind == "text-corrected");

        await stage.ConfirmAsync(Bo); // In the round that was begun with the text before.
        Assert.Equal(MemberState.Acknowledged, (await stage.StatesAsync(Assert.Single(await stage.Rounds.RoundsAsync(Token))))[RoundStage.Member(Bo, "Bo").Id.Value]);
        Assert.Equal(PersonState.Acknowledged, StateOf(await stage.ReportAsync(), Bo));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_meaning_is_asked_of_everybody_and_only_what_is_different_of_who_confirmed_before(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await ConfirmedByAnnAsync(database);
        await stage.RewordAsync(database, Old, Other);
        var told = await ToldAsync(stage);

        Assert.Contains("0 of 2 have confirmed.", await PressAsync(stage, told, "text-changed", "After the complaint in October."), StringComparison.Ordinal);
        var round = (await stage.Rounds.RoundsAsync(Token))[0];
        Assert.Equal((Round.NewVersion, RoundState.Running), (round.Trigger, round.State));
        Assert.Equal(RoundState.Stopped, (await stage.Rounds.RoundsAsync(Token))[1].State);
        await stage.UntilAsync("2026-09-10 18:00", TimeSpan.FromHours(1));
        Assert.Contains("has changed", stage.SentTo(Ann)[^1].Json!, StringComparison.Ordinal);

        var shown = await stage.SayAsync(Ann, "sign the policy");
        Assert.Contains("After the complaint in October.", shown, StringComparison.Ordinal);
        Assert.Contains("**Before:**", shown, StringComparison.Ordinal);
        Assert.Contains("offend or embarrass", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("could damage our Club", shown, StringComparison.Ordinal);
        var asked = await stage.SayAsync(Ann, "I have read it");
        Assert.Contains("question 1 of 1", asked, StringComparison.Ordinal);
        for (var tries = 0; tries < 2 && !asked.Contains("\"confirm\"", StringComparison.Ordinal); tries++)
            asked = await stage.SayAsync(Ann, "1");
        Assert.Contains("Your receipt is", await stage.SayAsync(Ann, "I confirm this"), StringComparison.Ordinal);

        Assert.Contains("could damage our Club", await stage.SayAsync(Bo, "sign the policy"), StringComparison.Ordinal);
        var report = await stage.ReportAsync();
        Assert.Equal((PersonState.Acknowledged, PersonState.Pending), (StateOf(report, Ann), StateOf(report, Bo)));
        Assert.Contains("Read what had changed (offence)", report.People[0].Reason!, StringComparison.Ordinal);
        var signed = Assert.IsType<RegisterEvent.Acknowledged>((await stage.RegisterAsync()).Last(entry => entry.Kind == "acknowledged").ReadEvent());
        Assert.Equal(["offence"], signed.Clauses!);
        Assert.StartsWith("R-", signed.Earlier, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_confirms_the_new_text_while_it_waits_is_not_asked_again(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await ConfirmedByAnnAsync(database);
        await stage.RewordAsync(database, Old, Other);
        var told = await ToldAsync(stage);
        await stage.ConfirmAsync(Bo);

        Assert.Contains("1 of 2 have confirmed.", await PressAsync(stage, told, "text-changed", "clearer"), StringComparison.Ordinal);
        await stage.UntilAsync("2026-09-10 18:00", TimeSpan.FromHours(1));

        Assert.DoesNotContain("has changed", string.Concat(stage.SentTo(Bo).Select(sent => sent.Json)), StringComparison.Ordinal);
        Assert.Equal(PersonState.Acknowledged, StateOf(await stage.ReportAsync(), Bo));
    }

    [Fact]
    public async Task It_needs_a_reason_it_is_said_once_and_by_the_manager_alone()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await ConfirmedByAnnAsync(database);
        Assert.Contains("No text waits for you", await stage.ManagerSaysAsync("what has changed"), StringComparison.Ordinal);
        await stage.RewordAsync(database, Old, Slip);
        var told = await ToldAsync(stage);

        Assert.Contains("Please write why", await PressAsync(stage, told, "text-corrected", ""), StringComparison.Ordinal);
        Assert.Contains("Only the Manager can do that.", await stage.PressAsync(Person.Numbered(Ann), Button(told, "text-corrected", "mine")), StringComparison.Ordinal);
        Assert.Contains("Nothing is different", await stage.SayAsync(Ann, "what has changed"), StringComparison.Ordinal);
        Assert.DoesNotContain(await stage.RegisterAsync(), entry => entry.Kind.StartsWith("text-", StringComparison.Ordinal));

        await PressAsync(stage, told, "text-corrected", "a letter");
        Assert.Contains("No text waits for you", await PressAsync(stage, told, "text-changed", "the old card"), StringComparison.Ordinal);
        Assert.Single(await stage.RegisterAsync(), entry => entry.Kind.StartsWith("text-", StringComparison.Ordinal));
        await stage.UntilAsync("2026-09-11 18:00", TimeSpan.FromHours(4));
        Assert.Single(stage.SentTo(RoundStage.Manager), sent => sent.Json!.Contains("the text has changed", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_who_say_it_at_once_are_one(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await ConfirmedByAnnAsync(database);
        await stage.RewordAsync(database, Old, Slip);
        var desk = stage.Bot.Services.GetRequiredService<TextDesk>();
        await stage.WorkAsync();
        var news = Assert.IsType<TextNews>(await desk.NewsAsync(stage.Policy, Token));

        var said = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => desk.SettleAsync(news, isCorrection: i % 2 == 0, $"{i}", "at once", stage.Bot.Clock.GetUtcNow(), null, Token)));

        Assert.Single(said, each => each.IsKept);
        Assert.Single(await stage.RegisterAsync(), entry => entry.Kind.StartsWith("text-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_nobody_was_asked_about_takes_the_place_of_the_one_before_without_a_word()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        await stage.WorkAsync();
        await stage.RewordAsync(database, Old, Other);
        await stage.WorkAsync();

        Assert.Contains("No text waits for you", await stage.ManagerSaysAsync("what has changed"), StringComparison.Ordinal);
        Assert.Empty(stage.SentTo(RoundStage.Manager));
        var history = await stage.Bot.Services.GetRequiredService<ITextBook>().HistoryAsync(stage.Policy.Id.Value, Token);
        Assert.Equal((RegisterRecord.VersionOf(stage.Policy), 0), (history.First, history.Changes.Count));
    }

    /// <summary>A round in which Ann has confirmed and Bo has not.</summary>
    private static async Task<RoundStage> ConfirmedByAnnAsync(TestDatabase database)
    {
        var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        await stage.BringInAsync(RoundStage.Member(Ann, "Ann"), RoundStage.Member(Bo, "Bo"));
        stage.Bot.Channel.Roster.Install(Person.Numbered(Ann));
        stage.Bot.Channel.Roster.Install(Person.Numbered(Bo));
        await stage.WorkAsync();
        await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token);
        await stage.UntilAsync("2026-09-08 12:00", TimeSpan.FromHours(1));
        await stage.ConfirmAsync(Ann);
        return stage;
    }

    /// <returns>The card that the manager is sent.</returns>
    private static async Task<string> ToldAsync(RoundStage stage)
    {
        await stage.WorkAsync();
        return Assert.Single(stage.SentTo(RoundStage.Manager)).Json!;
    }

    private static Task<string> PressAsync(RoundStage stage, string card, string what, string reason) => stage.PressAsync(RoundStage.Manager, Button(card, what, reason));

    /// <summary>A client adds what stands in the card's fields.</summary>
    private static string Button(string card, string what, string reason) => RoundStage.ButtonIn(card, what)[..^1] + $$""","reason":"{{reason}}"}""";

    private static PersonState StateOf(PolicyReport report, int person) => report.People.Single(line => line.Person.Id == RoundStage.Member(person, "").Id).State;
}
