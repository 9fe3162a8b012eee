using System.Text.Json;

namespace PolicyBot.Manifest.Rules;

/// <summary>What the app offers in Teams is what the bot does, and no more.</summary>
internal static class BotRules
{
    /// <summary>Staff talk to it in a chat of their own; the roster can be read from a team that it is in ("roster import --team").</summary>
    private static readonly Dictionary<string, string> WhyIn = new()
    {
        ["personal"] = "staff ask in a chat of their own",
        ["team"] = "the roster is read from a team that the bot is in",
    };

    /// <summary>Where a notice in the feed leads: <see cref="Graph.Runners.FeedErrand"/>.</summary>
    private const string Chat = "conversations";

    public static IEnumerable<string> Faults(TeamsManifest manifest, JsonElement json) =>
    [
        .. manifest.Bots is [var bot] ? Bot(bot, manifest.SupportsChannelFeatures)
            : ["bots is missing. Put in the bot: without it there is nobody to talk to."],
        .. manifest.StaticTabs.Any(tab => tab.EntityId == Chat) ? Array.Empty<string>()
            : [$"staticTabs has no '{Chat}'. Put it in: a notice in the activity feed leads to it."],
        .. Additions(json),
    ];

    private static IEnumerable<string> Bot(DeclaredBot bot, string? channels)
    {
        foreach (var place in WhyIn.Keys.Except(bot.Scopes))
            yield return $"bots[0].scopes has no '{place}'. Put it in: {WhyIn[place]}.";
        foreach (var place in bot.Scopes.Except(WhyIn.Keys))
            yield return $"bots[0].scopes has '{place}', where the bot has nothing to do. Take it out.";
        if (bot.Scopes.Contains("team") && channels is null)
            yield return "supportsChannelFeatures is missing. Write \"tier1\": without it Teams leaves the bot out of shared and private channels.";
        if (bot.IsNotificationOnly)
            yield return "bots[0].isNotificationOnly is true, and nobody could ask anything. Write false.";
        foreach (var able in Abilities(bot))
            yield return $"bots[0].{able} is true, and the bot can read words only. Write false.";
    }

    private static IEnumerable<string> Abilities(DeclaredBot bot) =>
        new[] { ("supportsFiles", bot.SupportsFiles), ("supportsCalling", bot.SupportsCalling), ("supportsVideo", bot.SupportsVideo) }
            .Where(each => each.Item2).Select(each => each.Item1);

    /// <summary>Tabs, message extensions, Copilot agents: nobody is there to answer them.</summary>
    private static IEnumerable<string> Additions(JsonElement json)
    {
        var ours = JsonElement.Parse(Shipped.Read(Shipped.Template));
        return json.EnumerateObject().Where(property => !ours.TryGetProperty(property.Name, out _))
            .Select(property => $"manifest.json has {property.Name}, which the bot does not use. Take it out.");
    }
}
