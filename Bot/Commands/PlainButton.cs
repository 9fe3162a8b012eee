using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Commands;

/// <summary>A row of a card as text: words, buttons, or both.</summary>
internal sealed record CardRow(string Text)
{
    /// <summary>Whether there is room above it.</summary>
    public bool IsApart { get; init; }

    public IReadOnlyList<PlainButton> Buttons { get; init; } = [];
}

/// <summary>
/// A button of a card, and what a client sends when it is pressed: its data, and over it what stands in the card's fields.
/// "Universal Action Model", Adaptive Cards documentation.
/// </summary>
internal sealed record PlainButton(string Label, JsonElement Action)
{
    public static PlainButton Of(JsonElement action) => new(action.GetProperty("title").GetString()!, action);

    /// <summary>Whether what stands in the fields is sent with it.</summary>
    public bool TakesFields => !(Action.TryGetProperty("associatedInputs", out var inputs) && inputs.ValueEquals("none"));

    /// <summary>The value of the invoke, by a client that knows Action.Execute; null where this is none.</summary>
    public JsonElement? Executed(IReadOnlyDictionary<string, string> fields) =>
        Action.GetProperty("type").ValueEquals("Action.Execute") ? Element(new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["title"] = Label,
                ["verb"] = Action.GetProperty("verb").GetString(),
                ["data"] = Merged(Action, fields),
            },
            ["trigger"] = "manual",
        }) : null;

    /// <summary>The value of the message, by a client that knows only Action.Submit; null where there is no such button for it.</summary>
    public JsonElement? Submitted(IReadOnlyDictionary<string, string> fields)
    {
        var known = Action.TryGetProperty("fallback", out var fallback) ? fallback : Action;
        return known.GetProperty("type").ValueEquals("Action.Submit") ? Element(Merged(known, fields)) : null;
    }

    private JsonObject Merged(JsonElement action, IReadOnlyDictionary<string, string> fields)
    {
        var data = action.TryGetProperty("data", out var own) ? JsonNode.Parse(own.GetRawText())!.AsObject() : [];
        foreach (var (id, value) in TakesFields ? fields : new Dictionary<string, string>())
            data[id] = value;

        return data;
    }

    private static JsonElement Element(JsonObject value) => JsonElement.Parse(value.ToJsonString());
}
