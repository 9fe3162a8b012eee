using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Storage;
using PolicyBot.Teams.Cards;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Cards;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Teams;

/// <summary>
/// What is typed into a walk-through, and what may concern the safety of a child wherever it is typed, is nowhere afterwards:
/// in no table, no file of the database and no line of the log.
/// </summary>
public sealed class CanaryTests
{
    private const string Canary = "kanarienvogel", Worry = $"a girl told me her dad hits her with a belt {Canary}", Nonsense = $"{Canary} flurbel zonk",
        Sent = "may we have a trampoline";

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_typed_into_any_field_of_any_dialog_is_kept_nowhere(string provider)
    {
        using var database = new TestDatabase(provider);
        var bot = await BotHost.StartAsync(database: database);
        await using (bot)
        {
            var walks = bot.Services.GetRequiredService<Scenarios>();
            foreach (var (scenario, fact) in walks.All.SelectMany(scenario => scenario.Facts, (scenario, fact) => (scenario, fact)))
            {
                await PressAsync(bot, new JsonObject { ["do"] = "begin", ["scenario"] = scenario.Id.Value, ["correct"] = fact.Name });
                Assert.Contains("adaptive", await SayAsync(bot, Nonsense), StringComparison.Ordinal);
                Assert.Contains("Ann, the safeguarding lead", await SayAsync(bot, Worry), StringComparison.Ordinal);
            }

            await SayAsync(bot, "sign the policy");
            foreach (var step in (string[])["I have read it", "1", "1", "1"])
            {
                await SayAsync(bot, Nonsense);
                Assert.Contains("Ann, the safeguarding lead", await SayAsync(bot, Worry), StringComparison.Ordinal);
                await SayAsync(bot, step);
            }

            await TellTheManagersFieldsAsync(bot);
            Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
            var everything = await EverythingInAsync(bot);
            Assert.DoesNotContain(Canary, everything, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(Sent, everything, StringComparison.Ordinal); // What is to be passed on is kept, so the look is not in vain.
        }

        if (database.Settings.Provider is StorageProvider.Sqlite)
        {
            var files = string.Concat(Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(FileOf(database))}*").Select(File.ReadAllText));
            Assert.DoesNotContain(Canary, files, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(Sent, files, StringComparison.Ordinal);
        }
    }

    /// <summary>A draft as it is begun, typed, sent from its field, and passed on; and the manager's answer, typed and in its field.</summary>
    private static async Task TellTheManagersFieldsAsync(BotHost bot)
    {
        Assert.Contains("Ann, the safeguarding lead", await SayAsync(bot, $"ask my manager: {Worry}"), StringComparison.Ordinal);
        Assert.Contains("Your question for the Manager", await SayAsync(bot, "ask my manager"), StringComparison.Ordinal);
        Assert.Contains("Ann, the safeguarding lead", await SayAsync(bot, Worry), StringComparison.Ordinal);
        Assert.Contains("Ann, the safeguarding lead", await PressAsync(bot, new JsonObject { ["do"] = "send", ["text"] = Worry }), StringComparison.Ordinal);
        Assert.Contains("Ann, the safeguarding lead", await PressAsync(bot, new JsonObject { ["do"] = "pass-on", ["text"] = Worry }), StringComparison.Ordinal);
        await SayAsync(bot, Sent);
        await SayAsync(bot, "send");

        var question = JsonElement.Parse(await SayAsync(bot, "questions", BotHost.ManagerId)).ToString().Split("\\\"question\\\":\\\"")[^1].Split('\\')[0];
        await PressAsync(bot, new JsonObject { ["do"] = "answer-question", ["question"] = question, ["answer"] = Worry }, BotHost.ManagerId);
        await PressAsync(bot, new JsonObject { ["do"] = "answer-question", ["question"] = question }, BotHost.ManagerId);
        await SayAsync(bot, Worry, BotHost.ManagerId);
    }

    private static Task<string> SayAsync(BotHost bot, string text, string? person = null) => PostAsync(bot, Said.Message(text, bot.Channel.ServiceUrl, more: Said.ExpectReplies), person);

    private static Task<string> PressAsync(BotHost bot, JsonObject data, string? person = null) =>
        PostAsync(bot, Said.Message("", bot.Channel.ServiceUrl, more: $",\"value\":{bot.Services.GetRequiredService<ButtonSeal>().Sealed(data, "text", "answer").ToJsonString()}{Said.ExpectReplies}"), person);

    private static async Task<string> PostAsync(BotHost bot, string activity, string? person)
    {
        var own = person is null ? activity
            : activity.Replace("11111111-2222-3333-4444-555555555555", person, StringComparison.Ordinal).Replace("a:1", "a:manager", StringComparison.Ordinal);
        using var response = await bot.PostAsync(own);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Every row of every table, as text.</summary>
    private static async Task<string> EverythingInAsync(BotHost bot)
    {
        var databases = bot.Services.GetRequiredService<Databases>();
        return await databases.ReadAsync(async database => string.Join('\n', (IEnumerable<string>)[
            .. (await database.States.ToListAsync()).Select(row => row.Json),
            .. (await database.Heard.ToListAsync()).Select(row => row.Answer),
            .. (await database.Outbox.ToListAsync()).Select(row => row.Activity),
            .. (await database.References.ToListAsync()).Select(row => row.Json),
            .. (await database.Questions.ToListAsync()).Select(row => $"{row.Text} {row.Answer} {row.Asker}"),
            .. (await database.Register.ToListAsync()).Select(row => $"{row.Person} {row.Detail}"),
            .. (await database.Themes.ToListAsync()).Select(row => row.Subject)]));
    }

    private static string FileOf(TestDatabase database) => database.Settings.ConnectionString.Split('=')[^1];
}
