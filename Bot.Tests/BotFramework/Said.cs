using System.Text.Json;

namespace PolicyBot.Tests.BotFramework;

/// <summary>Activities as Teams sends them.</summary>
internal static class Said
{
    public static string Message(string text, string serviceUrl, string channelId = "msteams", string more = "") => $$$"""
        {"type":"message","id":"1","channelId":"{{{channelId}}}","serviceUrl":{{{JsonSerializer.Serialize(serviceUrl)}}},
        "from":{"id":"29:ann","aadObjectId":"11111111-2222-3333-4444-555555555555"},"recipient":{"id":"28:bot","name":"PolicyBot"},
        "conversation":{"id":"a:1","conversationType":"personal","tenantId":"{{{BotHost.TenantId}}}"},
        "channelData":{"tenant":{"id":"{{{BotHost.TenantId}}}"}},"locale":"en-GB","text":{{{JsonSerializer.Serialize(text)}}}{{{more}}}}
        """;

    public const string ExpectReplies = ""","deliveryMode":"expectReplies" """;
}
