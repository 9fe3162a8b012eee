using System.Text.Json;

namespace PolicyBot.BotFramework;

/// <summary>What Teams says in channelData that this program asks for.</summary>
internal static class TeamsChannelData
{
    public static string? TenantOf(Activity activity) => Part(activity, "tenant") is { } tenant ? Text(tenant, "id") : null;

    /// <returns>The team in which it was said or happened; null for a chat.</returns>
    public static TeamAccount? TeamOf(Activity activity) =>
        Part(activity, "team") is { } team && Text(team, "id") is { Length: > 0 } id ? new TeamAccount(id, Text(team, "name")) : null;

    private static JsonElement? Part(Activity activity, string name) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty(name, out var part) && part.ValueKind is JsonValueKind.Object ? part : null;

    private static string? Text(JsonElement part, string name) =>
        part.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}

/// <param name="Id">Of the team's first channel as well, by which the members are asked for.</param>
/// <param name="Name">Not with every activity.</param>
internal sealed record TeamAccount(string Id, string? Name);
