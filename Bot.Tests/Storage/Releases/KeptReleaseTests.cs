using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Questions;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Rooms;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage.Releases;

/// <summary>
/// A database of each release, with somebody in the middle of something: this program takes it over. Before a release its own is
/// kept with POLICYBOT_KEEP_RELEASE=0.1.0, and never changed again.
/// </summary>
public sealed class KeptReleaseTests
{
    private const string Wish = "may we have a trampoline";

    private static readonly string Folder = Path.Combine(RoomOrder.SourceFolder, "..", "Bot.Tests", "Storage", "Releases");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>"0.1.0.db", "0.1.0.sql".</summary>
    public static TheoryData<string> Releases => [.. Directory.GetFiles(Folder, "*.gz").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Releases))]
    public Task What_a_release_kept_this_program_goes_on_with(string release) => GoesOnAsync(Path.Combine(Folder, release));

    /// <summary>This program takes over its own as well, kept or not.</summary>
    [Theory]
    [InlineData(TestDatabase.Sqlite, PackedDatabase.OfSqlite)]
    [InlineData(TestDatabase.Postgres, PackedDatabase.OfPostgres)]
    public async Task The_next_release_is_kept_where_that_is_asked_for(string provider, string kind)
    {
        var asked = Environment.GetEnvironmentVariable("POLICYBOT_KEEP_RELEASE");
        var nowhere = Directory.CreateTempSubdirectory("release");
        var file = Path.Combine(asked is null ? nowhere.FullName : Folder, (asked ?? "next") + kind);
        await KeepAsync(provider, file);

        await GoesOnAsync(file);

        nowhere.Delete(recursive: true);
    }

    private static async Task KeepAsync(string provider, string file)
    {
        using var database = new TestDatabase(provider);
        string checkValue;
        await using (var bot = await BotHost.StartAsync(database: database))
        {
            foreach (var text in (string[])["ask my manager", Wish, "send", "sign the policy", "I have read it"])
                await SayAsync(bot, text);
            await bot.Services.GetRequiredService<ReferenceBook>().WriteAsync(Token);
            checkValue = await CheckValueAsync(bot);
        }

        database.LetGoOfConnections();
        await PackedDatabase.PackAsync(database, file);
        await using (var bot = await BotHost.StartAsync(database: database))
            await File.WriteAllLinesAsync($"{file}.txt", [checkValue, await SayAsync(bot, "cancel")], Token);
    }

    private static async Task GoesOnAsync(string file)
    {
        var expected = await File.ReadAllLinesAsync($"{file}.txt", Token);
        using var database = TestDatabase.Missing(file.EndsWith(PackedDatabase.OfSqlite, StringComparison.Ordinal) ? TestDatabase.Sqlite : TestDatabase.Postgres);
        await PackedDatabase.UnpackAsync(file, database);

        await using var bot = await BotHost.StartAsync(database: database);

        Assert.Equal(Wish, Assert.Single(await bot.Services.GetRequiredService<IQuestionBook>().WaitingAsync(Token)).Text);
        string[] found = [await CheckValueAsync(bot), await SayAsync(bot, "cancel")];
        Assert.Equal(expected, found);
        Assert.NotEqual(expected[1], await SayAsync(bot, "cancel")); // It was the state that was kept, and nothing is open now.
    }

    private static async Task<string> CheckValueAsync(BotHost bot)
    {
        var check = new ChainCheck();
        check.End(await bot.Services.GetRequiredService<IRegister>().ReadAsync(check.Take, Token));
        Assert.Empty(check.Faults);
        return check.Head.CheckValue;
    }

    /// <returns>What the bot says to it, in words.</returns>
    private static async Task<string> SayAsync(BotHost bot, string text)
    {
        using var response = await bot.PostAsync(Said.Message(text, bot.Channel.ServiceUrl, more: Said.ExpectReplies));
        response.EnsureSuccessStatusCode();
        var replies = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["activities"]!.AsArray();
        return string.Join(" / ", replies.Select(reply => (string?)reply!["text"] ?? (string?)reply["summary"] ?? "a card")).ReplaceLineEndings(" ");
    }
}
