using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyBot.BotFramework;
using PolicyBot.Storage;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

public sealed class OldPressTests
{
    private readonly ManualClock _clock = new(ManualClock.Start);

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Pressed_again_after_more_than_a_week_a_button_changes_nothing_and_nothing_is_said(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = new BareBot(database.Settings, _clock);
        var press = Press();

        await PressAsync(bot, press);
        Assert.Equal(["1 "], bot.Said);
        var soon = await PressAsync(bot, press);
        Assert.Equal(201, soon.InvokeResponse!.Status);
        Assert.Equal(["1 ", "1 "], bot.Said);

        await AWeekLaterAsync(bot);
        var late = await PressAsync(bot, press);

        Assert.Equal(["1 ", "1 "], bot.Said);
        Assert.Equal((200, "{}"), (late.InvokeResponse!.Status, late.InvokeResponse.Body.ToString()));
        await PressAsync(bot, Press());
        Assert.Equal("2 ", bot.Said[^1]);
    }

    [Fact]
    public async Task Whoever_has_set_an_answer_for_such_a_press_has_it_given()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var bot = new BareBot(database.Settings, _clock);
        var press = Press();
        await PressAsync(bot, press);
        await AWeekLaterAsync(bot);

        var late = await PressAsync(bot, press, set: new InvokeResponse(202));

        Assert.Equal(202, late.InvokeResponse!.Status);
    }

    private static Activity Press() => BareBot.Message("") with
    {
        Type = ActivityTypes.Invoke,
        DeliveryMode = DeliveryModes.ExpectReplies,
        Value = JsonElement.Parse($$"""{"nonce":"{{TurnKey.NewNonce()}}"}"""),
    };

    private static async Task<TurnContext> PressAsync(BareBot bot, Activity press, InvokeResponse? set = null)
    {
        var turn = bot.Turn(press with { Id = Guid.NewGuid().ToString() });
        turn.InvokeResponse = set;
        await bot.HearAsync(turn, (count, _, _) => new(CountingBot.Next(count, "") with { Answer = new InvokeResponse(201) }));
        return turn;
    }

    private async Task AWeekLaterAsync(BareBot bot)
    {
        _clock.Advance(TimeSpan.FromDays(8));
        await new CleanUp(bot.Databases, new OutboxSettings(), _clock, NullLogger<CleanUp>.Instance).RunAsync(TestContext.Current.CancellationToken);
    }
}
