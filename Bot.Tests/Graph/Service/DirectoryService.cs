using System.Globalization;
using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Graph.Service;

/// <summary>People and groups, page by page, and what has changed since.</summary>
internal sealed class DirectoryService(GraphDirectory directory, Func<string> endpoint)
{
    private static readonly string[] Groups = ["GroupMember.Read.All"], Users = ["User.Read.All"];

    public IEnumerable<GraphOperation> Operations =>
    [
        new("GET groups/*/members/graph.user", Groups, null, Members) { Denial = "Authorization_RequestDenied" },
        new("GET groups/*/members", Groups, null, request => directory.Groups.TryGetValue(request.Path[1], out var members)
            ? GraphAnswer.Some(members.Select(id => directory.People[id].ToJson())) : Missing) { Denial = "Authorization_RequestDenied" },
        new("GET groups/delta()", Groups, null, Delta) { Denial = "Authorization_RequestDenied" },
        new("GET users/*", Users, null, request => directory.People.TryGetValue(request.Path[1], out var person) ? new GraphAnswer(200, person.ToJson()) : Missing),
        new("GET users/*/manager", Users, null, request => directory.People.GetValueOrDefault(request.Path[1])?.Manager is { } manager
            ? new GraphAnswer(200, directory.People[manager].ToJson()) : Missing) { Denial = "Authorization_RequestDenied" },
    ];

    private static GraphAnswer Missing => GraphAnswer.Error(404, "Request_ResourceNotFound");

    private GraphAnswer Members(GraphRequest request)
    {
        if (!directory.Groups.TryGetValue(request.Path[1], out var members))
            return Missing;
        if (request.Headers.GetValueOrDefault("ConsistencyLevel") != "eventual")
            return GraphAnswer.Error(400, "Request_UnsupportedQuery", "ConsistencyLevel is missing.");

        var from = int.Parse(request.Option("skiptoken") ?? "0", CultureInfo.InvariantCulture);
        var size = Math.Min(directory.PageSize, int.Parse(request.Option("top") ?? "100", CultureInfo.InvariantCulture));
        var page = new JsonObject { ["value"] = new JsonArray([.. members.Skip(from).Take(size).Select(id => directory.People[id].ToJson())]) };
        if (from + size < members.Count)
            page["@odata.nextLink"] = $"{endpoint()}/groups/{request.Path[1]}/members/graph.user?$top={size}&$skiptoken={from + size}";

        return new GraphAnswer(200, page);
    }

    /// <summary>A delta link counts changes; who asks with none gets all there is.</summary>
    private GraphAnswer Delta(GraphRequest request)
    {
        if (request.Option("deltatoken") is null && request.Option("filter")?.StartsWith("id eq '", StringComparison.Ordinal) != true)
            return GraphAnswer.Error(400, "Request_UnsupportedQuery", "Of which group?");

        var isNew = !int.TryParse(request.Option("deltatoken"), CultureInfo.InvariantCulture, out var seen) || seen < directory.Changes;
        JsonArray value = isNew ? [new JsonObject { ["id"] = GraphDirectory.Staff, ["members@delta"] = new JsonArray() }] : [];
        return new GraphAnswer(200, new JsonObject { ["value"] = value, ["@odata.deltaLink"] = $"{endpoint()}/groups/delta()?$deltatoken={directory.Changes}" });
    }
}
