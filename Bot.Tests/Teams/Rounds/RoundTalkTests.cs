using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Teams.Rounds;

/// <summary>The manager starts a round in the chat, looks at it and steers it, and nobody else does.</summary>
public sealed class RoundTalkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_seen_before_it_starts_started_by_a_button_looked_at_paused_and_stopped()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        Assert.Contains("The roster is empty", await stage.ManagerSaysAsync("start the round"), StringComparison.Ordinal);
        await stage.BringInAsync(RoundStage.Member(1, "Ann"), RoundStage.Member(2, "Bo"));
        stage.Bot.Channel.Roster.Install(Person.Numbered(1));

        var preview = await stage.ManagerSaysAsync("start the round");
        Assert.Contains("Asked to confirm: 2.", preview, StringComparison.Ordinal);
        Assert.Contains("Read it and confirm", preview, StringComparison.Ordinal);
        Assert.Empty(await stage.Rounds.RoundsAsync(Token));

        var started = await stage.PressAsync(RoundStage.Manager, RoundStage.ButtonIn(preview, "round-start"));
        Assert.Contains("0 of 2 have confirmed.", started, StringComparison.Ordinal);
        var round = Assert.Single(await stage.Rounds.RoundsAsync(Token));

        await stage.PressAsync(RoundStage.Manager, RoundStage.ButtonIn(preview, "round-start"));
        Assert.Single(await stage.Rounds.RoundsAsync(Token)); // An old card only shows how things stand.

        await stage.UntilAsync("2026-09-07 18:00", TimeSpan.FromHours(1));
        await stage.ConfirmAsync(1);
        var status = await stage.ManagerSaysAsync("who is missing?");
        Assert.Contains("1 of 2 have confirmed.", status, StringComparison.Ordinal);
        Assert.Contains("Bo", status, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Ann", status, StringComparison.Ordinal);

        await stage.PressAsync(RoundStage.Manager, RoundStage.ButtonIn(status, "round-pause"));
        Assert.Equal(RoundState.Paused, Assert.Single(await stage.Rounds.RoundsAsync(Token)).State);
        var paused = await stage.ManagerSaysAsync("the round");
        await stage.PressAsync(RoundStage.Manager, RoundStage.ButtonIn(paused, "round-resume"));
        await stage.PressAsync(RoundStage.Manager, RoundStage.ButtonIn(paused, "round-stop"));
        Assert.Equal((round.Id, RoundState.Stopped), Assert.Single(await stage.Rounds.RoundsAsync(Token)) is var last ? (last.Id, last.State) : default);
    }

    [Fact]
    public async Task Nobody_but_the_manager_sees_or_steers_it()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        await stage.BringInAsync(RoundStage.Member(1, "Ann"));
        var preview = await stage.ManagerSaysAsync("start the round");

        Assert.Contains("Only the Manager can do that.", await stage.SayAsync(1, "start the round"), StringComparison.Ordinal);
        Assert.Contains("Only the Manager can do that.", await stage.SayAsync(1, "who is missing"), StringComparison.Ordinal);
        Assert.Contains("Only the Manager can do that.", await stage.PressAsync(Person.Numbered(1), RoundStage.ButtonIn(preview, "round-start")), StringComparison.Ordinal);
        Assert.Empty(await stage.Rounds.RoundsAsync(Token));
    }

    [Fact]
    public async Task The_button_of_a_message_begins_the_policy_it_is_about_for_each_who_got_it()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        await stage.BringInAsync(RoundStage.Member(1, "Ann"), RoundStage.Member(2, "Bo"));
        stage.Bot.Channel.Roster.Install(Person.Numbered(1));
        stage.Bot.Channel.Roster.Install(Person.Numbered(2));
        await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token);
        await stage.UntilAsync("2026-09-07 17:30", TimeSpan.FromHours(10.5)); // Both at once: the card is the same.

        foreach (var number in (int[])[1, 2])
        {
            var begun = await stage.PressAsync(Person.Numbered(number), RoundStage.ButtonIn(Assert.Single(stage.SentTo(number)).Json!, "acknowledge"));

            Assert.Contains("Staff must remember that they are ambassadors", begun, StringComparison.Ordinal);
            Assert.Contains("I have read it", begun, StringComparison.Ordinal);
        }
    }
}
