using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Deployment.Azure;

/// <summary>A template of Azure Resource Manager, as far as it can be understood without Azure.</summary>
internal sealed class ArmTemplate(JsonObject root)
{
    public JsonObject Root => root;

    public JsonObject Parameters => Section("parameters");

    public JsonObject Variables => Section("variables");

    public JsonObject Outputs => Section("outputs");

    public IReadOnlyList<ArmResource> Resources { get; } = [.. (root["resources"] as JsonArray ?? []).OfType<JsonObject>().Select(each => new ArmResource(each))];

    public static ArmTemplate Parse(string text) => new(JsonNode.Parse(text)!.AsObject());

    public IEnumerable<ArmResource> Of(string type) => Resources.Where(resource => resource.Type == type);

    public bool IsSecure(string parameter) => Parameters[parameter]?["type"]?.GetValue<string>() is "securestring" or "secureObject";

    /// <summary>The resource that "resourceId" with these arguments names; a part of a resource, such as a subnet, is the resource.</summary>
    public ArmResource? Named(string[] arguments)
    {
        var (type, names) = (arguments[0].Trim('\''), arguments[1..]);
        return Resources.FirstOrDefault(resource => resource.Type == type && resource.Names.SequenceEqual(names))
            ?? Resources.FirstOrDefault(resource => type == $"{resource.Type}/subnets" && names.Length == 2 && resource.Names[0] == names[0] && resource.Subnets.Contains(names[1].Trim('\'')));
    }

    /// <summary>All texts below a node, the names of members that are expressions too.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => (member.Key.StartsWith('[') ? [member.Key] : Array.Empty<string>()).Concat(Texts(member.Value))),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private JsonObject Section(string name) => root[name] as JsonObject ?? [];
}

internal sealed record ArmResource(JsonObject Json)
{
    public string Type => Text("type");

    public string Name => Text("name");

    public string Scope => Text("scope");

    public string[] Names => ArmExpression.Segments(Name);

    public JsonNode? Properties => Json["properties"];

    public JsonArray DependsOn => Json["dependsOn"] as JsonArray ?? [];

    public IEnumerable<string> Subnets => (Properties?["subnets"] as JsonArray ?? []).Select(subnet => subnet?["name"]?.GetValue<string>() ?? "");

    public IEnumerable<(string Name, string Value)> AppSettings =>
        (Properties?["siteConfig"]?["appSettings"] as JsonArray ?? []).Select(each => ($"{each?["name"]}", $"{each?["value"]}"));

    public override string ToString() => $"{Type} {Name}";

    public string Text(string member) => Json[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
