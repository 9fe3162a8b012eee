using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>
/// What the buttons of dialogs send: "do" and what it needs, and where it changes something a "nonce", so that a second
/// press changes nothing. Action.Execute sends it under action.data, Action.Submit as it is.
/// </summary>
internal static class DialogButtons
{
    public static JsonObject Answer(Progress progress, string fact, string value) =>
        Step(progress, "answer", ("fact", fact), ("value", value));

    public static JsonObject Choice(Progress progress, int number) => Step(progress, "choose", ("number", number));

    public static JsonObject Steer(Progress progress, Steering steering, string? fact = null) =>
        Step(progress, steering.ToString(), fact is null ? [] : [("fact", fact)]);

    public static JsonObject Begin(Scenario scenario, Told told, string? correcting = null) => new()
    {
        ["do"] = "begin",
        ["scenario"] = scenario.Id.Value,
        ["told"] = new JsonObject(told.Select(each => KeyValuePair.Create(each.Fact, (JsonNode?)each.Value))),
        ["correct"] = correcting,
        ["nonce"] = TurnKey.NewNonce(),
    };

    public static JsonObject Unsafe(Concern concern = Concern.Worry) => new() { ["do"] = "unsafe", ["concern"] = concern.ToString() };

    /// <returns>The button pressed; null where the activity is no press of a dialog's button.</returns>
    public static Press? Pressed(JsonElement? value) => Data(value) is { } data ? Text(data, "do") switch
    {
        "answer" => new Press.Answer(PlaceIn(data), Text(data, "fact"), Text(data, "value")),
        "choose" => new Press.Choice(PlaceIn(data), Number(data, "number")),
        "begin" => new Press.Begin(Text(data, "scenario"), Facts(data), Text(data, "correct")),
        "unsafe" => new Press.Unsafe(Enum.TryParse<Concern>(Text(data, "concern"), out var concern) ? concern : Concern.Worry),
        var name when Enum.TryParse<Steering>(name, out var steering) && steering is not Steering.None =>
            new Press.Steer(PlaceIn(data), steering, Text(data, "fact") is { Length: > 0 } fact ? fact : null),
        _ => null,
    }
    : null;

    private static JsonObject Step(Progress progress, string what, params ReadOnlySpan<(string Name, JsonNode Value)> more)
    {
        var data = new JsonObject { ["do"] = what, ["in"] = progress.Instance, ["at"] = progress.Step };
        if (progress is Progress.InScenario { Scenario: var scenario })
            data["scenario"] = scenario;

        var nonce = $"{progress.Instance}.{progress.Step}.{what}";
        foreach (var (name, value) in more)
            (data[name], nonce) = (value, $"{nonce}.{value}");

        data["nonce"] = nonce;
        return data;
    }

    private static Place PlaceIn(JsonElement data) => new(Text(data, "in"), Number(data, "at"), Text(data, "scenario"));

    private static JsonElement? Data(JsonElement? value) => value is not { ValueKind: JsonValueKind.Object } sent ? null
        : sent.TryGetProperty("do", out _) ? sent
        : Inner(sent, "action") is { } action ? Inner(action, "data")
        : null;

    private static JsonElement? Inner(JsonElement value, string name) =>
        value.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Object ? inner : null;

    private static string Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() ?? "" : "";

    private static int Number(JsonElement data, string name) =>
        data.TryGetProperty(name, out var number) && number.ValueKind is JsonValueKind.Number && number.TryGetInt32(out var found) ? found : -1;

    private static Told Facts(JsonElement data) => Inner(data, "told") is { } told
        ? new Told([.. told.EnumerateObject().Where(each => each.Value.ValueKind is JsonValueKind.String)
            .Select(each => new ToldFact(each.Name, each.Value.GetString()!, IsFromStory: true))])
        : Told.Nothing;
}
