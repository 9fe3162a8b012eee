using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Storage.Schedules;
using PolicyBot.Teams.Rounds;
using PolicyBot.Tests.Acknowledgements;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Conversations;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Teams.Rounds;

/// <summary>The card that answers the start of a round shows in its place how far it is, and no message comes of it.</summary>
public sealed class RoundProgressTests
{
    private const int Blocked = 6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> BothOnAnyClient => new(TestDatabase.Both.SelectMany(row => Enumerable.Range(0, 2).Select(client => (row.Data, client == 0))));

    [Theory, MemberData(nameof(BothOnAnyClient))]
    public async Task It_changes_in_its_place_until_everybody_was_written_to(string provider, bool isOldClient)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await OpenAsync(database);
        await new ManagerSeat(stage).StartAsync(isOldClient);
        var card = Assert.Single(await KeptAsync(stage)).Activity;
        var messages = Messages(stage);

        await stage.UntilAsync("2026-09-07 17:30", TimeSpan.FromMinutes(10), () => ProgressAsync(stage.Bot));

        var shown = CardIn(stage, card);
        Assert.Contains("Written to: 6. Delivered: 5.", shown, StringComparison.Ordinal);
        Assert.Contains("Person 6: Blocked the bot.", shown, StringComparison.Ordinal);
        Assert.Matches(@"As at \d\d:\d\d on 7 September 2026\.", shown);
        Assert.Equal(messages, Messages(stage));
        Assert.InRange(Puts(stage), 4, 7);
        Assert.Empty(await KeptAsync(stage));

        var puts = Puts(stage);
        await stage.ConfirmAsync(1);
        stage.Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await ProgressAsync(stage.Bot);
        Assert.Equal(puts, Puts(stage));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task It_is_sent_once_a_minute_at_most_and_only_with_other_figures(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await OpenAsync(database);
        await new ManagerSeat(stage).StartAsync();
        var card = Assert.Single(await KeptAsync(stage)).Activity;
        await AfterAsync(stage, TimeSpan.FromMinutes(3), puts: 0);

        var first = await UntilOneIsAskedAsync(stage);
        await AfterAsync(stage, TimeSpan.Zero, puts: 1);
        await AfterAsync(stage, TimeSpan.FromMinutes(3), puts: 1);
        await stage.SeeAsync(first);
        await AfterAsync(stage, TimeSpan.FromMinutes(1), puts: 2);
        await stage.ConfirmAsync(first);
        await AfterAsync(stage, TimeSpan.Zero, puts: 2);
        await AfterAsync(stage, TimeSpan.FromSeconds(30), puts: 2);
        Assert.Contains("0 of 6 have confirmed.", CardIn(stage, card), StringComparison.Ordinal);
        await AfterAsync(stage, TimeSpan.FromSeconds(30), puts: 3);
        Assert.Contains("1 of 6 have confirmed.", CardIn(stage, card), StringComparison.Ordinal);
        Assert.Contains($"As at {Calendars.Wall(stage.Bot.Clock.GetUtcNow())[^5..]}", CardIn(stage, card), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Another_replica_goes_on_with_it_and_two_at_once_send_it_once(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await OpenAsync(database);
        await new ManagerSeat(stage).StartAsync();
        var card = Assert.Single(await KeptAsync(stage)).Activity;
        await using var other = await BotHost.StartAsync(services => services.AddSingleton(Calendars.Year), database, stage.Bot);
        await ByHandAsync(other);
        var first = await UntilOneIsAskedAsync(stage);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ProgressAsync(i % 2 == 0 ? stage.Bot : other)));
        Assert.Equal(1, Puts(stage));
        await stage.ConfirmAsync(first);
        await stage.Bot.StopAsync();
        stage.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await ProgressAsync(other);

        Assert.Contains("1 of 6 have confirmed.", CardIn(stage, card), StringComparison.Ordinal);
        Assert.Equal(2, Puts(stage));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_card_that_is_gone_is_left_alone_and_a_busy_channel_is_asked_again(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await OpenAsync(database);
        await new ManagerSeat(stage).StartAsync();
        var card = Assert.Single(await KeptAsync(stage)).Activity;
        var first = await UntilOneIsAskedAsync(stage);
        stage.Bot.Channel.Answers.Enqueue((429, "{}", "100"));
        await AfterAsync(stage, TimeSpan.Zero, puts: 1);
        await AfterAsync(stage, TimeSpan.FromMinutes(1), puts: 2);
        Assert.Contains("Written to: 1. Delivered: 1.", CardIn(stage, card), StringComparison.Ordinal);

        stage.Bot.Channel.Roster.Peek(RoundStage.Manager.ConversationId)!.Remove(card);
        await stage.ConfirmAsync(first);
        await AfterAsync(stage, TimeSpan.FromMinutes(1), puts: 3);
        Assert.Empty(await KeptAsync(stage));
        Assert.Empty(await stage.Bot.Services.GetRequiredService<IOutboxStore>().UnreachableAsync(Token)); // The manager can be written to all the same.
        await AfterAsync(stage, TimeSpan.FromMinutes(5), puts: 3);
    }

    [Fact]
    public async Task After_a_day_and_once_it_is_stopped_it_stays_as_it_is()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await OpenAsync(database);
        var manager = new ManagerSeat(stage);
        await manager.StartAsync();
        await AfterAsync(stage, TimeSpan.FromHours(24), puts: 0);
        Assert.Single(await KeptAsync(stage)); // A day after the first was to be written to, which is later.
        await AfterAsync(stage, TimeSpan.FromHours(24), puts: 0);
        Assert.Empty(await KeptAsync(stage));

        await manager.PressAsync("Pause");
        Assert.Empty(await KeptAsync(stage));
        await manager.PressAsync("Go on");
        Assert.Single(await KeptAsync(stage));
        await manager.PressAsync("Stop the round");
        Assert.Empty(await KeptAsync(stage));
        await manager.PressAsync("Start a new round");
        await AfterAsync(stage, TimeSpan.FromMinutes(5), puts: 0);
    }

    private static async Task<RoundStage> OpenAsync(TestDatabase database)
    {
        var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        await ByHandAsync(stage.Bot);
        foreach (var number in Enumerable.Range(1, Blocked))
            stage.Bot.Channel.Roster.Install(Person.Numbered(number));
        stage.Bot.Channel.Roster.Block(Person.Numbered(Blocked));
        await stage.BringInAsync(Enumerable.Range(1, Blocked).Select(number => RoundStage.Member(number, $"Person {number}")));
        return stage;
    }

    /// <summary>The bot's own timetable goes by the real clock, and would come in between.</summary>
    private static Task ByHandAsync(BotHost bot) => bot.Services.GetRequiredService<Timekeeper>().StopAsync(Token);

    /// <returns>Who was written to first.</returns>
    private static async Task<int> UntilOneIsAskedAsync(RoundStage stage)
    {
        while (!Enumerable.Range(1, Blocked).Any(number => stage.SentTo(number).Count > 0))
        {
            stage.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await stage.WorkAsync();
        }

        return Assert.Single(Enumerable.Range(1, Blocked), number => stage.SentTo(number).Count > 0);
    }

    private static async Task AfterAsync(RoundStage stage, TimeSpan time, int puts)
    {
        stage.Bot.Clock.Advance(time);
        await ProgressAsync(stage.Bot);
        Assert.Equal(puts, Puts(stage));
    }

    private static Task ProgressAsync(BotHost bot) => bot.Services.GetRequiredService<RoundProgress>().RunAsync(Token);

    private static Task<IReadOnlyList<LiveCard>> KeptAsync(RoundStage stage) => stage.Bot.Services.GetRequiredService<ILiveCardStore>().AllAsync(Token);

    private static int Puts(RoundStage stage) => stage.Bot.Channel.Calls.Count(call => call.Method == "PUT");

    private static int Messages(RoundStage stage) => stage.Bot.Channel.Delivered.In(RoundStage.Manager.ConversationId).Count;

    private static string CardIn(RoundStage stage, string message) => Shown.Card("bot",
        Shown.CardIn(JsonElement.Parse(stage.Bot.Channel.Delivered.In(RoundStage.Manager.ConversationId).Single(each => each.ActivityId == message).Json!))!.Value);
}
