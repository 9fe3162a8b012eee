using System.Text.Json;
using PolicyBot.Dialogs;

namespace PolicyBot.Teams;

/// <summary>The data of a pressed button: Action.Execute sends it under action.data, Action.Submit as it is. Nothing in it is trusted.</summary>
internal readonly record struct PressData(JsonElement Json)
{
    public static PressData? Of(JsonElement? value) => value is not { ValueKind: JsonValueKind.Object } sent ? null
        : sent.TryGetProperty("do", out _) ? new PressData(sent)
        : Inner(sent, "action") is { } action && Inner(action, "data") is { } data ? new PressData(data)
        : null;

    /// <summary>All that is text, typed or not.</summary>
    public IEnumerable<string> Texts => Json.EnumerateObject().Where(each => each.Value.ValueKind is JsonValueKind.String).Select(each => each.Value.GetString()!);

    public string Text(string name) => TextOrNull(name) ?? "";

    /// <returns>The text, or null where there is none or an empty one.</returns>
    public string? TextOrNull(string name) =>
        Json.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String && text.GetString()?.Trim() is { Length: > 0 } found ? found : null;

    public int Number(string name) =>
        Json.TryGetProperty(name, out var number) && number.ValueKind is JsonValueKind.Number && number.TryGetInt32(out var found) ? found : -1;

    public bool Flag(string name) => Json.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True;

    public Told Facts(string name) => Inner(Json, name) is { } told
        ? new Told([.. told.EnumerateObject().Where(each => each.Value.ValueKind is JsonValueKind.String)
            .Select(each => new ToldFact(each.Name, each.Value.GetString()!, IsFromStory: true))])
        : Told.Nothing;

    private static JsonElement? Inner(JsonElement value, string name) =>
        value.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Object ? inner : null;
}
