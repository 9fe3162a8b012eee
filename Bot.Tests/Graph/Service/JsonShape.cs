using System.Text.Json;

namespace PolicyBot.Tests.Graph.Service;

/// <summary>
/// Holds a body against a model of it, property by property. "*" is any text, "https://x*" any that begins so; 0 any number,
/// true any truth; a name that ends in "?" may be missing; of an array each element is like the model's one.
/// </summary>
internal static class JsonShape
{
    public static string? Fault(JsonElement body, string model) => Fault(body, JsonDocument.Parse(model).RootElement, "body");

    private static string? Fault(JsonElement body, JsonElement model, string path) => (model.ValueKind, body.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => OfObject(body, model, path),
        (JsonValueKind.Array, JsonValueKind.Array) => body.EnumerateArray().Select((element, i) => Fault(element, model[0], $"{path}[{i}]")).FirstOrDefault(fault => fault is not null),
        (JsonValueKind.String, JsonValueKind.String) => OfText(body.GetString()!, model.GetString()!, path),
        (JsonValueKind.Number, JsonValueKind.Number) => null,
        (JsonValueKind.True, JsonValueKind.True or JsonValueKind.False) => null,
        _ => $"{path} is a {body.ValueKind} and should be a {model.ValueKind}.",
    };

    private static string? OfObject(JsonElement body, JsonElement model, string path)
    {
        var known = model.EnumerateObject().Select(property => property.Name.TrimEnd('?')).ToHashSet();
        if (body.EnumerateObject().FirstOrDefault(property => !known.Contains(property.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } foreign)
            return $"{path}.{foreign.Name} is not known.";

        foreach (var property in model.EnumerateObject())
        {
            var isThere = body.TryGetProperty(property.Name.TrimEnd('?'), out var value);
            if (!isThere && !property.Name.EndsWith('?'))
                return $"{path}.{property.Name} is missing.";
            if (isThere && Fault(value, property.Value, $"{path}.{property.Name}") is { } fault)
                return fault;
        }

        return null;
    }

    private static string? OfText(string text, string model, string path) =>
        (model.EndsWith('*') ? text.Length > 0 && text.StartsWith(model[..^1], StringComparison.Ordinal) : text == model)
            ? null : $"{path} is '{text}' and should be '{model}'.";
}
