using System.Text.Json;

namespace PolicyBot.Manifest.Schema;

/// <summary>What a schema says by way of other schemas.</summary>
internal static class ChoiceRules
{
    private const string Compare = "Compare it with Microsoft's page on the manifest.";

    public static Dictionary<string, SchemaRule> Of(JsonSchema all) => new()
    {
        ["allOf"] = (schema, value, place) => schema.GetProperty("allOf").EnumerateArray().SelectMany(each => all.Faults(each, value, place)),
        ["anyOf"] = (schema, value, place) => SchemaRules.One(
            schema.GetProperty("anyOf").EnumerateArray().All(each => all.Faults(each, value, place).Any()),
            $"{place} fits none of the forms that Teams knows. {Compare}"),
        ["oneOf"] = (schema, value, place) => SchemaRules.One(
            schema.GetProperty("oneOf").EnumerateArray().Count(each => !all.Faults(each, value, place).Any()) != 1,
            $"{place} has to be of exactly one of the forms that Teams knows. {Compare}"),
        ["not"] = (schema, value, place) => SchemaRules.One(
            !all.Faults(schema.GetProperty("not"), value, place).Any(), $"{place} is of a form that may not be. {Compare}"),
        ["if"] = (schema, value, place) =>
            schema.TryGetProperty(all.Faults(schema.GetProperty("if"), value, place).Any() ? "else" : "then", out var then) ? all.Faults(then, value, place) : [],
    };
}
