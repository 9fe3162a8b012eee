using System.Text.Json;

namespace PolicyBot.Manifest.Schema;

/// <summary>What a schema says about the properties of an object.</summary>
internal static class PropertyRules
{
    private const string Named = "properties", ByPattern = "patternProperties", Others = "additionalProperties";

    public static Dictionary<string, SchemaRule> Of(JsonSchema all) => new()
    {
        [Named] = (schema, value, place) => Among(value, property => schema.GetProperty(Named).TryGetProperty(property.Name, out var rule)
            ? all.Faults(rule, property.Value, SchemaRules.Inside(place, property.Name)) : []),
        [ByPattern] = (schema, value, place) => Among(value, property => schema.GetProperty(ByPattern).EnumerateObject()
            .Where(rule => SchemaRules.Fits(rule.Name, property.Name))
            .SelectMany(rule => all.Faults(rule.Value, property.Value, SchemaRules.Inside(place, property.Name)))),
        [Others] = (schema, value, place) => Among(value, property => IsNamed(schema, property.Name) ? []
            : schema.GetProperty(Others) is { ValueKind: JsonValueKind.False }
                ? [$"{SchemaRules.Inside(place, property.Name)} is nothing that Teams knows. Take it out, or correct its name."]
            : all.Faults(schema.GetProperty(Others), property.Value, SchemaRules.Inside(place, property.Name))),
        ["dependencies"] = (schema, value, place) => !SchemaRules.IsObject(value) ? [] : schema.GetProperty("dependencies").EnumerateObject()
            .Where(rule => value.TryGetProperty(rule.Name, out _)).SelectMany(rule => all.Faults(rule.Value, value, place)),
    };

    private static IEnumerable<string> Among(JsonElement value, Func<JsonProperty, IEnumerable<string>> rule) =>
        SchemaRules.IsObject(value) ? value.EnumerateObject().SelectMany(rule) : [];

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty(Named, out var named) && named.TryGetProperty(name, out _))
        || (schema.TryGetProperty(ByPattern, out var patterns) && patterns.EnumerateObject().Any(rule => SchemaRules.Fits(rule.Name, name)));
}
