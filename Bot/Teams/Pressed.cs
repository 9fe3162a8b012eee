using System.Text.Json;

namespace PolicyBot.Teams;

/// <summary>What a button said that sent data instead of text (Action.Submit).</summary>
internal static class Pressed
{
    public static string? TextOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("text", out var text) && text.ValueKind is JsonValueKind.String
            ? text.GetString()
            : null;
}
