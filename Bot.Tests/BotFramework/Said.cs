using System.Text.Json;

namespace PolicyBot.Tests.BotFramework;

/// <summary>Activities as Teams sends them.</summary>
internal static class Said
{
    public static string Message(string text, string serviceUrl, string channelId = "msteams", string more = "", string? id = null) => $$$"""
        {"type":"message","id":"{{{id ?? Guid.NewGuid().ToString()}}}","channelId":"{{{channelId}}}","serviceUrl":{{{JsonSerializer.Serialize(serviceUrl)}}},
        "from":{"id":"29:ann","aadObjectId":"11111111-2222-3333-4444-555555555555"},"recipient":{"id":"28:bot","name":"PolicyBot"},
        "conversation":{"id":"a:1","conversationType":"personal","tenantId":"{{{BotHost.TenantId}}}"},
        "channelData":{"tenant":{"id":"{{{BotHost.TenantId}}}"}},"locale":"en-GB","text":{{{JsonSerializer.Serialize(text)}}}{{{more}}}}
        """;

    /// <summary>The bot is installed or removed: "add" or "remove"; or, as Teams says it a second time, joins the members.</summary>
    public static string Installed(string conversation, string serviceUrl, string action = "add", string more = "") =>
        Message("", serviceUrl, more: $""","action":"{action}"{more}""").Replace("\"message\"", "\"installationUpdate\"", StringComparison.Ordinal)
            .Replace("a:1", conversation, StringComparison.Ordinal);

    public static string Joined(string conversation, string serviceUrl, string more = "") =>
        Message("", serviceUrl, more: $$""","membersAdded":[{"id":"29:ann"},{"id":"28:bot"}]{{more}}""")
            .Replace("\"message\"", "\"conversationUpdate\"", StringComparison.Ordinal).Replace("a:1", conversation, StringComparison.Ordinal);

    public const string ExpectReplies = ""","deliveryMode":"expectReplies" """;
}
