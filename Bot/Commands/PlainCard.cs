using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyBot.Commands;

/// <summary>
/// An Adaptive Card as text: its rows in their order, with the buttons where they stand. Knows the elements of
/// <c>Teams/Cards</c>; what else there is shows its text.
/// </summary>
internal sealed partial class PlainCard(JsonElement card)
{
    /// <summary>What a field holds before anybody types, by its id.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; } = InputsIn(card)
        .ToDictionary(input => Text(input, "id"), input => Text(input, "value"), StringComparer.Ordinal);

    /// <summary>Buttons that stand next to each other, with no text between, are one row.</summary>
    public IEnumerable<CardRow> Rows => Read(card).Aggregate(new List<CardRow>(), (rows, row) =>
    {
        if (row is { Text: "", IsApart: false } && rows is [.., { Text: "", Buttons.Count: > 0 } last])
            rows[^1] = last with { Buttons = [.. last.Buttons, .. row.Buttons] };
        else if (row.Text.Length > 0 || row.Buttons.Count > 0)
            rows.Add(row);

        return rows;
    });

    private static IEnumerable<CardRow> Read(JsonElement element) =>
        RowsOf(element).Select((row, i) => row with { IsApart = row.IsApart || (i == 0 && IsApart(element)) });

    private static IEnumerable<CardRow> RowsOf(JsonElement element) => Text(element, "type") switch
    {
        "TextBlock" => [new CardRow(Emphasised(Link().Replace(Text(element, "text"), "$1"), element))],
        "RichTextBlock" => [new CardRow(string.Concat(Items(element, "inlines").Select(run => Text(run, "text"))))],
        "FactSet" => Items(element, "facts").Select(fact => new CardRow($"{Text(fact, "title")}: {Text(fact, "value")}")),
        "Input.Text" => [new CardRow($"{Text(element, "label")}: {Text(element, "value")}".TrimEnd())],
        "Input.ChoiceSet" => [new CardRow($"{Text(element, "label")}: {Choices(element)}")],
        "ColumnSet" => [Beside(Items(element, "columns").SelectMany(Read).ToList())],
        "Container" when IsQuotation(element) => Items(element, "items").SelectMany(Read).Select(row => row with { Text = Quoted(row.Text) }),
        "Action.ShowCard" => [new CardRow($"{Text(element, "title")}:") { Buttons = [.. Read(element.GetProperty("card")).SelectMany(row => row.Buttons)] }],
        "Action.Execute" or "Action.Submit" => [new CardRow("") { Buttons = [PlainButton.Of(element)] }],
        _ => ((string[])["body", "items", "actions"]).SelectMany(name => Items(element, name)).SelectMany(Read),
    };

    private static CardRow Beside(List<CardRow> columns) =>
        new(string.Join(' ', columns.Select(row => row.Text).Where(text => text.Length > 0))) { Buttons = [.. columns.SelectMany(row => row.Buttons)] };

    private static string Emphasised(string text, JsonElement block) =>
        Text(block, "weight") is "Bolder" && !text.Contains("**", StringComparison.Ordinal) && text.Any(char.IsLetter) ? $"**{text}**" : text;

    /// <summary>A box with grey behind it that keeps its edges: words to be read apart from ours.</summary>
    private static bool IsQuotation(JsonElement container) =>
        Text(container, "style") is "emphasis" && !container.TryGetProperty("bleed", out _);

    private static bool IsApart(JsonElement element) =>
        Text(element, "spacing") is "Medium" or "Large" || element.TryGetProperty("separator", out _) || IsQuotation(element);

    private static string Quoted(string text) => string.Join('\n', text.Split('\n').Select(line => $"> {line}".TrimEnd()));

    private static string Choices(JsonElement input)
    {
        var chosen = Text(input, "value");
        return string.Join(", ", Items(input, "choices").Select(choice =>
            Text(choice, "value") == chosen ? $"({Text(choice, "title")})" : Text(choice, "title")));
    }

    private static IEnumerable<JsonElement> InputsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when Text(element, "type").StartsWith("Input.", StringComparison.Ordinal) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => InputsIn(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(InputsIn),
        _ => [],
    };

    private static List<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind is JsonValueKind.Array ? [.. items.EnumerateArray()] : [];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()! : "";

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();
}
