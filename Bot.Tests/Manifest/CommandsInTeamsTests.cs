using System.Text.Json;
using PolicyBot.Manifest;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Manifest;

/// <summary>Every command of the manifest, typed to the bot as Teams types it: in a chat of one's own, or in a team with a mention.</summary>
public sealed class CommandsInTeamsTests(SharedBot shared)
{
    /// <summary>What the bot says where it has no answer: Words.yaml.</summary>
    private static readonly string[] Lost =
        ["The policy does not say", "I found nothing about that", "I am not sure what you mean", "I did not understand", "I can read words only", "something went wrong", "I cannot write anything down"];

    /// <summary>What people try first, and Teams asks of every bot.</summary>
    private static readonly string[] Greetings = ["Hi", "Hello", "Help"];

    public static TheoryData<string, string> Sent
    {
        get
        {
            var manifest = JsonSerializer.Deserialize(PackageBuild.Of(TheApp.Settings).Files[AppPackage.Manifest], ManifestJson.Default.TeamsManifest)!;
            var sent = manifest.Bots[0].CommandLists.SelectMany(list => list.Scopes.SelectMany(scope => list.Commands
                .SelectMany(command => new[] { command.Title, command.Prompt }).OfType<string>().Select(text => (scope, text))));
            return [.. sent.Concat(Greetings.Select(text => ("personal", text))).Distinct()];
        }
    }

    [Theory, MemberData(nameof(Sent))]
    public async Task It_gets_an_answer(string scope, string text)
    {
        var replies = await RepliesAsync(scope, text);

        Assert.NotEmpty(replies);
        Assert.DoesNotContain(replies, reply => Lost.Any(lost => reply.Contains(lost, StringComparison.Ordinal)));
    }

    /// <summary>The test above can fail.</summary>
    [Theory]
    [InlineData("personal")]
    [InlineData("team")]
    public async Task What_is_no_command_gets_none(string scope) =>
        Assert.Contains(await RepliesAsync(scope, "Feed the hamster"), reply => Lost.Any(lost => reply.Contains(lost, StringComparison.Ordinal)));

    private async Task<IReadOnlyList<string>> RepliesAsync(string scope, string text)
    {
        var (typed, more) = scope == "personal" ? (text, Said.ExpectReplies)
            : ($"<at>PolicyBot</at> {text}", $$"""{{Said.ExpectReplies}},"entities":[{"type":"mention","mentioned":{"id":"28:bot"},"text":"<at>PolicyBot</at>"}]""");
        var message = Said.Message(typed, shared.Host.Channel.ServiceUrl, more: more)
            .Replace("a:1", $"{Guid.NewGuid()}", StringComparison.Ordinal).Replace("\"personal\"", scope == "personal" ? "\"personal\"" : "\"channel\"", StringComparison.Ordinal);

        using var response = await shared.Host.PostAsync(message);
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return [.. JsonElement.Parse(body).GetProperty("activities").EnumerateArray().Select(reply => reply.GetRawText())];
    }
}
