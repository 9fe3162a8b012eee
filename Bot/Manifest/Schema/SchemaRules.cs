using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyBot.Manifest.Schema;

/// <summary>Each keyword of a schema: what it asks of a value, and what to do where the value is otherwise.</summary>
internal static class SchemaRules
{
    private const bool Above = true, Below = false;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static Dictionary<string, SchemaRule> Of(JsonSchema all) => new()
    {
        ["$ref"] = (schema, value, place) => FormOf(schema, all.Faults(all.Resolve(schema.GetProperty("$ref").GetString()!), value, place), value, place),
        ["type"] = (schema, value, place) => One(
            !Types(schema).Any(type => Is(value, type)), $"{place} is {Kind(value)}. Write {string.Join(" or ", Types(schema).Select(Named))}."),
        ["const"] = (schema, value, place) => One(
            !JsonElement.DeepEquals(schema.GetProperty("const"), value), $"{place} is {value.GetRawText()}. Write {schema.GetProperty("const").GetRawText()}."),
        ["enum"] = (schema, value, place) => One(!schema.GetProperty("enum").EnumerateArray().Any(each => JsonElement.DeepEquals(each, value)),
            $"{place} is {value.GetRawText()}. Write {string.Join(" or ", schema.GetProperty("enum").EnumerateArray().Select(each => each.GetRawText()))}."),
        ["maxLength"] = (schema, value, place) => Text(
            value, text => Limit(schema, "maxLength", Length(text), Above, $"{place} is {Length(text)} characters long. Shorten it to {{0}}.")),
        ["minLength"] = (schema, value, place) => Text(
            value, text => Limit(schema, "minLength", Length(text), Below, $"{place} is {Length(text)} characters long. Write {{0}} or more.")),
        ["pattern"] = (schema, value, place) => Text(value, text => One(
            !Fits(schema.GetProperty("pattern").GetString()!, text), $"{place} is '{text}'. Write it in the form {schema.GetProperty("pattern").GetString()}.")),
        ["maximum"] = (schema, value, place) => value.ValueKind != JsonValueKind.Number ? []
            : Limit(schema, "maximum", value.GetDouble(), Above, $"{place} is {value.GetRawText()}. Write {{0}} or less."),
        ["minimum"] = (schema, value, place) => value.ValueKind != JsonValueKind.Number ? []
            : Limit(schema, "minimum", value.GetDouble(), Below, $"{place} is {value.GetRawText()}. Write {{0}} or more."),
        ["maxItems"] = (schema, value, place) => Items(
            value, count => Limit(schema, "maxItems", count, Above, $"{place} has {count} entries. Keep {{0}} at most.")),
        ["minItems"] = (schema, value, place) => Items(
            value, count => Limit(schema, "minItems", count, Below, $"{place} has {count} entries. Write {{0}} or more.")),
        ["uniqueItems"] = (schema, value, place) => Items(value, _ => One(schema.GetProperty("uniqueItems").GetBoolean()
            && value.EnumerateArray().Any(one => value.EnumerateArray().Count(other => JsonElement.DeepEquals(one, other)) > 1),
            $"{place} has the same entry twice. Take one out.")),
        ["minProperties"] = (schema, value, place) => !IsObject(value) ? []
            : Limit(schema, "minProperties", value.EnumerateObject().Count(), Below, $"{place} is empty. Write {{0}} or more properties."),
        ["items"] = (schema, value, place) => Items(
            value, _ => value.EnumerateArray().SelectMany((item, i) => all.Faults(schema.GetProperty("items"), item, $"{place}[{i}]"))),
        ["required"] = (schema, value, place) => !IsObject(value) ? [] : schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!)
            .Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{Inside(place, name)} is missing. Put it in."),
    };

    internal static string Inside(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    internal static bool IsObject(JsonElement value) => value.ValueKind == JsonValueKind.Object;

    internal static IEnumerable<string> One(bool isWrong, string sentence) => isWrong ? [sentence] : [];

    /// <summary>"$" in .NET would let a line break through at the end.</summary>
    internal static bool Fits(string pattern, string text) => Regex.IsMatch(
        text, pattern.EndsWith('$') && !pattern.EndsWith(@"\$", StringComparison.Ordinal) ? $@"{pattern[..^1]}\z" : pattern,
        RegexOptions.CultureInvariant, Patience);

    /// <summary>What has a name in the schema is explained by it, and not by its pattern.</summary>
    private static IEnumerable<string> FormOf(JsonElement schema, IEnumerable<string> faults, JsonElement value, string place)
    {
        var form = schema.GetProperty("$ref").GetString() switch
        {
            "#/definitions/guid" => "an id, such as 11111111-2222-3333-4444-555555555555",
            "#/definitions/hexColor" => "# and six digits, such as #17456B",
            "#/definitions/anyHttpUrl" or "#/definitions/secureHttpUrl" => "an address that begins with https://",
            "#/definitions/languageTag" => "a language, such as en-gb",
            _ => null,
        };
        return form is null || value.ValueKind != JsonValueKind.String ? faults : One(faults.Any(), $"{place} is '{value.GetString()}'. Write {form}.");
    }

    private static IEnumerable<string> Text(JsonElement value, Func<string, IEnumerable<string>> rule) =>
        value.ValueKind == JsonValueKind.String ? rule(value.GetString()!) : [];

    private static IEnumerable<string> Items(JsonElement value, Func<int, IEnumerable<string>> rule) =>
        value.ValueKind == JsonValueKind.Array ? rule(value.GetArrayLength()) : [];

    private static IEnumerable<string> Limit(JsonElement schema, string keyword, double number, bool isAbove, string sentence)
    {
        var limit = schema.GetProperty(keyword).GetDouble();
        return One(isAbove ? number > limit : number < limit, sentence.Replace("{0}", JsonSchema.Number(limit), StringComparison.Ordinal));
    }

    /// <summary>A schema counts characters, not the halves that some take in .NET.</summary>
    private static int Length(string text) => text.EnumerateRunes().Count();

    private static IEnumerable<string> Types(JsonElement schema) => schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } several
        ? several.EnumerateArray().Select(type => type.GetString()!) : [schema.GetProperty("type").GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind is JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => string.Equals(type, $"{value.ValueKind}", StringComparison.OrdinalIgnoreCase),
    };

    private static string Kind(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
        ? Named($"{value.ValueKind}".ToLowerInvariant()) : value.GetRawText();

    private static string Named(string type) => type switch
    {
        "object" => "an object in braces",
        "array" => "a list in square brackets",
        "string" => "a text in quotation marks",
        "boolean" => "true or false",
        "null" => "null",
        _ => "a number",
    };
}
