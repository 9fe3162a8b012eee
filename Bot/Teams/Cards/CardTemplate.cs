using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PolicyBot.Teams.Cards;

/// <summary>
/// A card as a person writes it, to be filled with what it shows: the part of Microsoft's Adaptive Cards Templating
/// language that docs/cards.md names. What is filled in is data and is not looked at again.
/// </summary>
internal sealed partial class CardTemplate(string json)
{
    private readonly JsonObject _card = JsonNode.Parse(json)!.AsObject();

    public JsonObject Fill(JsonObject shown) => Object(_card, new Scope(shown, shown));

    private static JsonNode? Node(JsonNode? node, Scope scope) => node switch
    {
        JsonObject element => Object(element, scope),
        JsonArray elements => new JsonArray([.. elements.SelectMany(element => Elements(element, scope))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Text(text, scope),
        _ => node?.DeepClone(),
    };

    private static JsonObject Object(JsonObject element, Scope scope) => new(element
        .Where(field => field.Key is not ("$data" or "$when"))
        .Select(field => KeyValuePair.Create(field.Key, Node(field.Value, scope))));

    /// <summary>An element as often as its list has items, where its condition holds.</summary>
    private static IEnumerable<JsonNode?> Elements(JsonNode? element, Scope scope)
    {
        var scopes = element is JsonObject repeated && repeated["$data"] is { } list
            ? Text(list.GetValue<string>(), scope).AsArray().Select(item => scope with { Here = item! })
            : [scope];
        return scopes.Where(each => (element as JsonObject)?["$when"] is not { } when || Holds(when.GetValue<string>(), each))
            .Select(each => Node(element, each));
    }

    private static bool Holds(string condition, Scope scope) => Exists().Match(condition) is { Success: true } exists
        ? scope.Find(exists.Groups["path"].Value) is null == (exists.Groups["not"].Length > 0)
        : throw new InvalidDataException($"A card asks for {condition}, and only exists and !exists are known.");

    /// <summary>A text that is one path and nothing else becomes what is there, whatever its kind.</summary>
    private static JsonNode Text(string text, Scope scope) =>
        Paths().Match(text) is { Success: true } path && path.Length == text.Length
            ? scope.Get(path).DeepClone()
            : JsonValue.Create(Paths().Replace(text, each => scope.Get(each).ToString()));

    [GeneratedRegex(@"\$\{(?<path>[\w$.]+)\}")]
    private static partial Regex Paths();

    [GeneratedRegex(@"^\$\{(?<not>!?)exists\((?<path>[\w$.]+)\)\}$")]
    private static partial Regex Exists();

    /// <summary>Where a path begins: at $root, or at the item that an element is repeated for.</summary>
    private sealed record Scope(JsonNode Root, JsonNode Here)
    {
        public JsonNode Get(Match path) => Find(path.Groups["path"].Value)
            ?? throw new InvalidDataException($"A card names {path}, and there is no such thing to show.");

        public JsonNode? Find(string path) => path.Split('.') switch
        {
            ["$root", .. var rest] => Find(Root, rest),
            ["$data", .. var rest] => Find(Here, rest),
            var names => Find(Here, names),
        };

        private static JsonNode? Find(JsonNode from, string[] names) =>
            names.Aggregate((JsonNode?)from, (at, name) => (at as JsonObject)?[name]);
    }
}
