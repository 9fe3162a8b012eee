using System.Text.Json;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Turns;

public sealed class DatabaseAwayTests
{
    [Fact]
    public async Task Without_a_database_one_honest_sentence_and_with_it_again_the_count_goes_on()
    {
        using var server = TemporaryPostgres.Start(SharedPostgres.Programs());
        using var database = new TestDatabase(TestDatabase.Postgres, server);
        await using var bots = await Replicas.StartAsync(database, 1, TimeProvider.System);
        Assert.Equal("1 hi", await AskAsync(bots[0], "hi"));

        server.Stop("immediate");
        Assert.Equal(CountingBot.NotKept, await AskAsync(bots[0], "hello?"));

        server.Start();
        Assert.Equal("2 again", await AskAsync(bots[0], "again"));
    }

    [Fact]
    public async Task Questions_are_answered_and_a_bot_is_installed_without_a_database()
    {
        var server = TemporaryPostgres.Start(SharedPostgres.Programs());
        using var database = new TestDatabase(TestDatabase.Postgres, server);
        server.Dispose();
        await using var bot = await BotHost.StartAsync(database: database, clock: TimeProvider.System);

        Assert.StartsWith("**No.", await AskAsync(bot, "can i post a photo of the kids"), StringComparison.Ordinal);
        using var installed = await bot.PostAsync(Said.Installed("a:1", bot.Channel.ServiceUrl));
        Assert.True(installed.IsSuccessStatusCode);
    }

    private static async Task<string> AskAsync(BotHost bot, string text)
    {
        using var response = await bot.PostAsync(Said.Message(text, bot.Channel.ServiceUrl, more: Said.ExpectReplies));
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonElement.Parse(body).GetProperty("activities")[0].GetProperty("text").GetString()!;
    }
}
