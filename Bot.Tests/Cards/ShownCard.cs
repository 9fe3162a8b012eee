using System.Text.Json;

namespace PolicyBot.Tests.Cards;

/// <summary>Looks into a card. Which properties there are says the Adaptive Cards schema explorer; a parser passes over others.</summary>
internal static class ShownCard
{
    private static readonly string[] Element = ["type", "spacing", "separator"];

    private static readonly Dictionary<string, string[]> Properties = new()
    {
        ["AdaptiveCard"] = ["type", "$schema", "version", "fallbackText", "speak", "body", "actions"],
        ["TextBlock"] = [.. Element, "text", "wrap", "size", "weight", "color", "isSubtle", "style"],
        ["RichTextBlock"] = [.. Element, "inlines"],
        ["TextRun"] = ["type", "text", "size", "weight", "isSubtle"],
        ["Container"] = [.. Element, "items", "style", "bleed"],
        ["ColumnSet"] = [.. Element, "columns"],
        ["Column"] = [.. Element, "items", "width", "verticalContentAlignment"],
        ["ActionSet"] = [.. Element, "actions"],
        ["Input.Text"] = [.. Element, "id", "label", "value", "isMultiline", "maxLength", "isRequired", "errorMessage"],
        ["Input.ChoiceSet"] = [.. Element, "id", "label", "value", "choices"],
        // "Charts in Adaptive Cards", Microsoft Teams documentation.
        ["Chart.Donut"] = ["type", "title", "data", "fallback"],
        ["Action.Execute"] = ["type", "title", "verb", "data", "fallback", "associatedInputs"],
        ["Action.Submit"] = ["type", "title", "data", "associatedInputs"],
        ["Action.ShowCard"] = ["type", "title", "card"],
    };

    public static IEnumerable<JsonElement> Of(JsonElement card, params string[] types) =>
        Objects(card).Where(element => types.Contains(TypeOf(element)));

    public static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Texts(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    /// <summary>What no client knows, or nobody here has thought of.</summary>
    public static IEnumerable<string> Unknown(JsonElement card) => Objects(card).Where(element => TypeOf(element) is not null)
        .SelectMany(element => element.EnumerateObject(), (element, field) => (Type: TypeOf(element)!, field.Name))
        .Where(each => !Properties.TryGetValue(each.Type, out var known) || !known.Contains(each.Name))
        .Select(each => $"{each.Type}.{each.Name}");

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Objects(field.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    private static string? TypeOf(JsonElement element) => element.TryGetProperty("type", out var type) ? type.GetString() : null;
}
