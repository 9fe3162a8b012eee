using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>
/// What makes two deliveries the same: the activity's id, or the nonce of the button that was pressed. A channel sends
/// an activity again under its own id, and later under a new one; the nonce stays.
/// </summary>
internal readonly record struct TurnKey(string Value)
{
    private const string NonceField = "nonce";

    /// <returns>The key, or null for an activity without an id.</returns>
    public static TurnKey? OfActivity(Activity activity) => activity.Id is { Length: > 0 } id
        ? Hash("activity", ConversationKey.Of(activity).Value, id, activity.Type, activity.Name)
        : null;

    /// <summary>A key of its own, for an activity without an id.</summary>
    public static TurnKey New() => new(NewNonce());

    /// <returns>The key, or null where no button that changes something was pressed.</returns>
    public static TurnKey? OfPress(Activity activity) => NonceIn(activity) is { } nonce
        ? Hash("press", ConversationKey.Of(activity).Value, nonce)
        : null;

    /// <summary>A nonce for the data of a button: {"nonce": "…"}.</summary>
    public static string NewNonce() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Action.Submit sends the data itself, Action.Execute puts it under action.data.</summary>
    private static string? NonceIn(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value
            ? Text(value, NonceField) ?? (Inner(value, "action") is { } action && Inner(action, "data") is { } data ? Text(data, NonceField) : null)
            : null;

    private static JsonElement? Inner(JsonElement value, string name) =>
        value.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Object ? inner : null;

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String && text.GetString() is { Length: > 0 } found ? found : null;

    private static TurnKey Hash(params ReadOnlySpan<string?> parts) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!)))[..16]));
}
