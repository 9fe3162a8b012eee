using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.BotFramework;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

public sealed class LastingTurnsTests
{
    public static MatrixTheoryData<string, int, int> Loads => new(TestDatabase.Both.Select(row => row.Data), [1, 2], [40, 400]);

    [Theory, MemberData(nameof(Loads))]
    public async Task Every_message_of_one_conversation_is_counted(string provider, int replicas, int messages)
    {
        using var database = new TestDatabase(provider);
        await using var bots = await Replicas.StartAsync(database, replicas);

        var answers = await Task.WhenAll(Enumerable.Range(0, messages).Select(i => AskAsync(bots[i % replicas], Message(bots, "hi"))));

        Assert.Equal(Enumerable.Range(1, messages).Select(number => $"{number} hi").Order(), answers.Order());
        Assert.Equal($"{messages + 1} end", await AskAsync(bots[0], Message(bots, "end")));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Delivered_five_times_at_once_and_once_more_under_a_new_id_a_press_has_one_effect(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bots = await Replicas.StartAsync(database, 2);
        var nonce = TurnKey.NewNonce();
        var press = Press(bots, nonce, Said.ExpectReplies);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => AskAsync(bots[i % 2], press)));
        var again = await AskAsync(bots[0], Press(bots, nonce, Said.ExpectReplies));

        Assert.All([.. answers, again], answer => Assert.Equal("1 ", answer));
        Assert.Equal("2 next", await AskAsync(bots[1], Message(bots, "next")));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_turn_delivered_again_sends_its_message_once(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bots = await Replicas.StartAsync(database, 2);
        var nonce = TurnKey.NewNonce();
        var press = Press(bots, nonce);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => bots[i % 2].PostAsync(press)));
        await bots[0].PostAsync(Press(bots, nonce));

        Assert.Equal("1 ", Assert.Single(bots.Channel.Delivered.All).Text);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Someone_elses_nonce_is_not_ones_own(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bots = await Replicas.StartAsync(database, 1);
        var press = Press(bots, TurnKey.NewNonce(), Said.ExpectReplies);

        Assert.Equal("1 ", await AskAsync(bots[0], press));
        Assert.Equal("1 ", await AskAsync(bots[0], press.Replace("a:1", "a:2", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Postgres, 2)]
    public async Task Every_replica_knows_that_somebody_was_asked_something_and_that_they_have_answered(string provider, int replicas)
    {
        using var database = new TestDatabase(provider);
        await using var bots = await Replicas.StartAsync(database, replicas);
        await AskAsync(bots[0], Message(bots, CountingBot.AskMe));
        await Until.SoAsync(() => Enumerable.Range(0, replicas).All(i => bots.IsWaiting(i, "a:1") is true && bots.IsWaiting(i, "a:2") is false));

        await AskAsync(bots[replicas - 1], Message(bots, "yes"));
        await Until.SoAsync(() => Enumerable.Range(0, replicas).All(i => bots.IsWaiting(i, "a:1") is false));
    }

    [Fact]
    public async Task What_the_channel_is_too_busy_for_is_delivered_by_the_outbox()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var bots = await Replicas.StartAsync(database, 1);
        bots.Channel.Answers.Enqueue((429, "", "60"));

        await bots[0].PostAsync(Message(bots, "hi", ""));
        Assert.Empty(bots.Channel.Delivered.All);

        bots.Clock.Advance(TimeSpan.FromSeconds(60));
        await bots.WorkOffAsync();

        Assert.Equal("1 hi", Assert.Single(bots.Channel.Delivered.All).Text);
    }

    private static string Message(Replicas bots, string text, string more = Said.ExpectReplies) => Said.Message(text, bots.Channel.ServiceUrl, more: more);

    private static string Press(Replicas bots, string nonce, string more = "") =>
        Said.Message("", bots.Channel.ServiceUrl, more: $$""","value":{"nonce":"{{nonce}}"}{{more}}""");

    private static async Task<string> AskAsync(BotHost bot, string activity)
    {
        using var response = await bot.PostAsync(activity);
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Assert.Single(JsonElement.Parse(body).GetProperty("activities").EnumerateArray()).GetProperty("text").GetString()!;
    }
}
