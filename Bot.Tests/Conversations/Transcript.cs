using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Conversations;

/// <summary>
/// A conversation as a text file: "staff> …" is posted to the bot with a signed token, what it answers is written
/// below as "bot> …" with its buttons as "[Label]". A line "# …" is a remark.
/// </summary>
internal sealed class Transcript(string name, BotHost bot)
{
    private const string Staff = "staff> ";

    public static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    public string Approved { get; } = File.ReadAllText(Path.Combine(Folder(), name)).ReplaceLineEndings("\n");

    /// <summary>What the bot says today to the same lines.</summary>
    public async Task<string> PlayAsync()
    {
        var played = new StringBuilder();
        foreach (var line in Approved.Split('\n').Where(line => line.StartsWith('#') || line.StartsWith(Staff, StringComparison.Ordinal)))
        {
            played.Append(line).Append('\n');
            if (line.StartsWith('#'))
                continue;

            foreach (var reply in await SayAsync(line[Staff.Length..]))
                played.Append(Shown(reply)).Append('\n');
        }

        return played.ToString();
    }

    /// <summary>Keeps what was played: as the approved text where that is asked for, otherwise beside it to look at.</summary>
    public void Keep(string played)
    {
        var approve = Environment.GetEnvironmentVariable("POLICYBOT_APPROVE") == "1";
        File.WriteAllText(Path.Combine(Folder(), approve ? name : Path.ChangeExtension(name, ".received.txt")), played);
    }

    private async Task<List<JsonElement>> SayAsync(string text)
    {
        using var response = await bot.PostAsync(Said.Message(text, bot.Channel.ServiceUrl, more: Said.ExpectReplies));
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return [.. JsonElement.Parse(body).GetProperty("activities").EnumerateArray()];
    }

    private static string Shown(JsonElement reply)
    {
        var text = $"bot> {reply.GetProperty("text").GetString()}\n";
        return reply.TryGetProperty("suggestedActions", out var suggested)
            ? $"{text}{string.Join(' ', suggested.GetProperty("actions").EnumerateArray().Select(action => $"[{action.GetProperty("title").GetString()}]"))}\n"
            : text;
    }
}
