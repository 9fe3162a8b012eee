using YamlDotNet.RepresentationModel;

namespace PolicyBot.Tests.Deployment.Containers;

/// <summary>A Compose file, and what its services have to be held to. compose-spec.io.</summary>
internal sealed class ComposeFile
{
    private readonly YamlMappingNode _root;

    public ComposeFile(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        _root = (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    public IEnumerable<string> Services => Keys(_root, "services");

    public IReadOnlyDictionary<string, string> Environment(string service) =>
        Keys(_root, "services", service, "environment").ToDictionary(name => name, name => Text("services", service, "environment", name));

    public IEnumerable<string> FaultsIn() => [.. Services.SelectMany(FaultsOf), .. Names(), .. Together()];

    private IEnumerable<string> FaultsOf(string service)
    {
        foreach (var (isRight, what) in new[]
        {
            (Text("services", service, "read_only") == "true", "can write to its root file system: read_only"),
            (List("services", service, "cap_drop").SequenceEqual(["ALL"]), "keeps capabilities: cap_drop"),
            (List("services", service, "security_opt").Contains("no-new-privileges:true"), "can gain privileges: security_opt"),
            (Text("services", service, "privileged").Length == 0, "is privileged"),
            (Keys(_root, "services", service, "healthcheck").Contains("test"), "is not asked how it is: healthcheck"),
            (Text("services", service, "restart") == "unless-stopped", "stays down: restart"),
            (Text("services", service, "user") is { Length: > 0 } user && !user.StartsWith('0') || List("services", service, "cap_add").SequenceEqual(["NET_BIND_SERVICE"]), "runs as root: user"),
            (service == "proxy" || List("services", service, "ports").Count == 0, "is open to the world: ports"),
            (!Text("services", service, "image").EndsWith(":latest", StringComparison.Ordinal), "is whatever is newest: image"),
        })
            if (!isRight)
                yield return $"{service} {what}.";

        foreach (var (name, value) in Environment(service).Where(each => IsSecret(each.Key) && !IsTaken(each.Value)))
            yield return $"{service} has the secret {name} written out.";
        foreach (var other in Keys(_root, "services", service, "depends_on").Where(other => Text("services", service, "depends_on", other, "condition") != "service_healthy"))
            yield return $"{service} does not wait until {other} is healthy.";
    }

    private IEnumerable<string> Names()
    {
        foreach (var service in Services)
        {
            foreach (var network in List("services", service, "networks").Except(Keys(_root, "networks")))
                yield return $"{service} is on the network {network}, which is not there.";
            foreach (var volume in List("services", service, "volumes").Select(each => each.Split(':')[0]).Where(each => each[0] is not ('.' or '/')).Except(Keys(_root, "volumes")))
                yield return $"{service} has the volume {volume}, which is not there.";
            foreach (var other in Keys(_root, "services", service, "depends_on").Except(Services))
                yield return $"{service} waits for {other}, which is not there.";
        }

        foreach (var setting in Environment("bot").Keys.Where(name => !SettingsRead.Contains(name)))
            yield return $"The setting {setting} is none that the bot reads.";
    }

    private IEnumerable<string> Together()
    {
        if (!int.TryParse(Text("services", "bot", "deploy", "replicas"), out var replicas) || replicas < 2)
            yield return "bot runs once only: deploy.replicas.";
        if (!List("services", "database", "networks").All(network => Text("networks", network, "internal") == "true"))
            yield return "database is on a network that leads out: internal.";
        if (!Environment("bot").TryGetValue("Storage__ConnectionString", out var connection) || !connection.Contains("Host=database;", StringComparison.Ordinal))
            yield return "bot does not use the service database: Storage__ConnectionString.";
        if (List("services", "database", "volumes").Count == 0)
            yield return "database forgets everything: volumes.";
    }

    private static bool IsSecret(string name) => name.EndsWith("ConnectionString", StringComparison.Ordinal) || name.EndsWith("PASSWORD", StringComparison.OrdinalIgnoreCase);

    /// <summary>From the environment, with a sentence where it is not there.</summary>
    private static bool IsTaken(string value) => value.Contains("Password=${POSTGRES_PASSWORD:?", StringComparison.Ordinal) || value.StartsWith("${", StringComparison.Ordinal) && value.Contains(":?", StringComparison.Ordinal);

    private string Text(params string[] path) => At(_root, path) is YamlScalarNode { Value: { } value } ? value : "";

    private List<string> List(params string[] path) => At(_root, path) is YamlSequenceNode list ? [.. list.Children.Select(each => $"{each}")] : [];

    private static IEnumerable<string> Keys(YamlNode from, params string[] path) =>
        At(from, path) is YamlMappingNode mapping ? mapping.Children.Keys.Select(key => $"{key}") : [];

    private static YamlNode? At(YamlNode from, IEnumerable<string> path) => path.Aggregate((YamlNode?)from, (node, name) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null);
}
