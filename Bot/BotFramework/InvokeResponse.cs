using System.Text.Json;

namespace PolicyBot.BotFramework;

/// <summary>What an invoke is answered with: the HTTP status, and a JSON body or none.</summary>
internal sealed record InvokeResponse(int Status, JsonElement? Body = null)
{
    /// <summary>200 with an empty object: what a feedback button wants to hear.</summary>
    public static InvokeResponse Ok { get; } = new(200, JsonElement.Parse("{}"));

    /// <summary>An invoke that nobody here answers.</summary>
    public static InvokeResponse NotImplemented { get; } = new(501);
}
