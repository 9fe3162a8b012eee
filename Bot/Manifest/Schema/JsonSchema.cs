using System.Globalization;
using System.Text.Json;

namespace PolicyBot.Manifest.Schema;

/// <summary>One keyword of a schema, held against a value.</summary>
/// <param name="schema">The schema in which the keyword stands.</param>
/// <returns>A sentence for each fault.</returns>
internal delegate IEnumerable<string> SchemaRule(JsonElement schema, JsonElement value, string place);

/// <summary>
/// A JSON schema as draft 7 has it, as far as Microsoft's for the manifest goes. What it does not know it refuses to read, so that no
/// rule is silently passed over. One thing is stricter: what stands beside a "$ref" counts too.
/// </summary>
internal sealed class JsonSchema
{
    private static readonly HashSet<string> Notes = ["$schema", "title", "description", "default", "format", "definitions"];

    private readonly JsonElement _root;
    private readonly Dictionary<string, SchemaRule> _rules;

    /// <exception cref="InvalidDataException">The schema asks for something that is not known here.</exception>
    public JsonSchema(byte[] schema)
    {
        _root = JsonElement.Parse(schema);
        _rules = new([.. SchemaRules.Of(this), .. PropertyRules.Of(this), .. ChoiceRules.Of(this)]);
        foreach (var (keyword, place) in Keywords(_root, "#"))
            if (!Notes.Contains(keyword) && !_rules.ContainsKey(keyword) && keyword is not ("then" or "else" or "patternProperties" or "additionalProperties"))
                throw new InvalidDataException($"The schema asks for '{keyword}' in {place}, which the check does not know.");
    }

    /// <returns>A sentence for each fault, which begins with its place and says what to do.</returns>
    public IReadOnlyList<string> Faults(JsonElement value) => [.. Faults(_root, value, "").Distinct()];

    internal IEnumerable<string> Faults(JsonElement schema, JsonElement value, string place) => schema.ValueKind switch
    {
        JsonValueKind.True => [],
        JsonValueKind.False => [$"{place} may not be there. Take it out."],
        _ => schema.EnumerateObject().Where(rule => _rules.ContainsKey(rule.Name)).SelectMany(rule => _rules[rule.Name](schema, value, place)),
    };

    internal JsonElement Resolve(string reference) => reference.Split('/').Skip(1)
        .Aggregate(_root, (at, step) => at.GetProperty(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)));

    /// <summary>Every keyword of every schema in it.</summary>
    private static IEnumerable<(string Keyword, string Place)> Keywords(JsonElement schema, string place) => schema.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => [],
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(rule => Within(rule)
            .SelectMany(inner => Keywords(inner, $"{place}/{rule.Name}")).Prepend((rule.Name, place))),
        _ => [("a list of schemas", place)],
    };

    private static IEnumerable<JsonElement> Within(JsonProperty rule) => rule.Name switch
    {
        "properties" or "patternProperties" or "definitions" or "dependencies" => rule.Value.EnumerateObject().Select(inner => inner.Value),
        "items" or "additionalProperties" or "not" or "if" or "then" or "else" => [rule.Value],
        "allOf" or "anyOf" or "oneOf" => rule.Value.EnumerateArray(),
        _ => [],
    };

    internal static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
