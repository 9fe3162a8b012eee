using System.Text.Json;

namespace PolicyBot.BotFramework;

/// <summary>What Teams says in channelData that this program asks for.</summary>
internal static class TeamsChannelData
{
    public static string? TenantOf(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind is JsonValueKind.Object
        && tenant.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String
            ? id.GetString()
            : null;
}
