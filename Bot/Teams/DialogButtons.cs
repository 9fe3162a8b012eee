using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>
/// What the buttons of dialogs send: "do" and what it needs, and where it changes something a "nonce", so that a second
/// press changes nothing.
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

    public static JsonObject PassOn(string text, string? policy) => new()
    {
        ["do"] = "pass-on",
        ["text"] = text,
        ["policy"] = policy,
        ["nonce"] = TurnKey.NewNonce(),
    };

    public static JsonObject PassOn(Scenario scenario, Told told)
    {
        var data = Begin(scenario, told);
        (data["do"], data["policy"]) = ("pass-on", scenario.Policy.Id.Value);
        return data;
    }

    /// <summary>The client adds the field "text".</summary>
    public static JsonObject Send(Progress progress, bool isAnonymous) => Step(progress, "send", ("anonymous", isAnonymous));

    public static JsonObject Acknowledge(string policy) => new() { ["do"] = "acknowledge", ["policy"] = policy, ["nonce"] = TurnKey.NewNonce() };

    public static JsonObject Unsafe(Concern concern = Concern.Worry) => new() { ["do"] = "unsafe", ["concern"] = concern.ToString() };

    /// <returns>The button pressed; null where the activity is no press of a dialog's button.</returns>
    public static Press? Pressed(JsonElement? value) => PressData.Of(value) is { } data ? data.Text("do") switch
    {
        "answer" => new Press.Answer(PlaceIn(data), data.Text("fact"), data.Text("value")),
        "choose" => new Press.Choice(PlaceIn(data), data.Number("number")),
        "begin" => new Press.Begin(data.Text("scenario"), data.Facts("told"), data.TextOrNull("correct")),
        "pass-on" => new Press.PassOn(data.TextOrNull("text"), data.TextOrNull("policy"), data.Text("scenario"), data.Facts("told")),
        "send" => new Press.Send(PlaceIn(data), new CleanText(data.Text("text"), IsChanged: false), data.Flag("anonymous")),
        "acknowledge" => new Press.Acknowledge(data.Text("policy")),
        "unsafe" => new Press.Unsafe(Enum.TryParse<Concern>(data.Text("concern"), out var concern) ? concern : Concern.Worry),
        var name when Enum.TryParse<Steering>(name, out var steering) && steering is not Steering.None =>
            new Press.Steer(PlaceIn(data), steering, data.TextOrNull("fact")),
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

    private static Place PlaceIn(PressData data) => new(data.Text("in"), data.Number("at"), data.Text("scenario"));
}
