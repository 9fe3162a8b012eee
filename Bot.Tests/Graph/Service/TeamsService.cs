using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Graph.Service;

/// <summary>The activity feed, the catalogue of apps and their installations.</summary>
internal sealed class TeamsService(GraphDirectory directory)
{
    private const string Notice = """
        {"topic":{"source":"text","value":"*","webUrl":"https://teams.microsoft.com/*"},"activityType":"policyReviewDue","chainId?":0,
         "previewText":{"content":"*"},"templateParameters":[{"name":"*","value":"*"}]}
        """;

    private const string Installation = """
        {"@odata.type?":"#microsoft.graph.userScopeTeamsAppInstallation","teamsApp@odata.bind":"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/*",
         "consentedPermissionSet?":{"resourceSpecificPermissions":[{"permissionValue":"*","permissionType":"application"}]}}
        """;

    private static readonly string[] Feed = ["TeamsActivity.Send"], Installs = ["TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All"],
        Reads = ["TeamsAppInstallation.ReadForUser.All"], InTheManifest = ["TeamsActivity.Send.User", "ChatMessageReadReceipt.Read.Chat"], Catalogue = ["AppCatalog.Read.All"];

    public IEnumerable<GraphOperation> Operations =>
    [
        new("POST users/*/teamwork/sendActivityNotification", Feed, Notice, request => Person(request, person => Notify(request, person))),
        new("POST users/*/teamwork/installedApps", Installs, Installation, request => Person(request, person => Install(request, person))),
        new("GET users/*/teamwork/installedApps", Reads, null, request => Person(request, person => GraphAnswer.Some(person.IsInstalled ? [IdOf(person)] : []))),
        new("GET users/*/teamwork/installedApps/*/chat", Reads, null, request => Person(request, person => person.IsInstalled
            ? new GraphAnswer(200, new JsonObject { ["id"] = person.Chat, ["chatType"] = "oneOnOne" }) : GraphAnswer.Error(404, "NotFound"))),
        new("GET appCatalogs/teamsApps", Catalogue, null, request => GraphAnswer.Some(
            directory.IsInCatalogue && request.Option("filter") == $"externalId eq '{GraphDirectory.ManifestId}'" ? [new JsonObject { ["id"] = GraphDirectory.CatalogueId }] : [])),
    ];

    private static IEnumerable<string> Consented(JsonElement body) => !body.TryGetProperty("consentedPermissionSet", out var consented) ? []
        : consented.GetProperty("resourceSpecificPermissions").EnumerateArray().Select(each => each.GetProperty("permissionValue").GetString()!);

    private static GraphAnswer Notify(GraphRequest request, GraphPerson person)
    {
        if (person.AppsOfTheBot > 1)
            return GraphAnswer.Error(409, "Conflict", "Found multiple applications with the same Microsoft Entra App ID");
        if (!person.IsInstalled)
            return GraphAnswer.Error(404, "NotFound", "Application is not installed for the recipient.");
        if (request.Body.GetProperty("previewText").GetProperty("content").GetString()!.Length > 150)
            return GraphAnswer.Error(400, "BadRequest", "previewText is too long.");

        person.Feed[request.Body.GetProperty("chainId").GetInt64()] = JsonNode.Parse(request.Body.GetRawText())!;
        return new GraphAnswer(204);
    }

    private static GraphAnswer Install(GraphRequest request, GraphPerson person)
    {
        if (!request.Body.GetProperty("teamsApp@odata.bind").GetString()!.EndsWith(GraphDirectory.CatalogueId, StringComparison.Ordinal))
            return GraphAnswer.Error(404, "NotFound", "No such app.");
        if (person.IsInstalled)
        {
            person.InstalledAgain++;
            return GraphAnswer.Error(409, "Conflict", "The app is already installed.");
        }

        if (!Consented(request.Body).ToHashSet().SetEquals(InTheManifest))
            return GraphAnswer.Error(403, "Forbidden", "The permissions consented to are not those that the app's definition asks for.");

        person.IsInstalled = true;
        return new GraphAnswer(201);
    }

    private static JsonObject IdOf(GraphPerson person) => new JsonObject { ["id"] = $"inst-{person.Id}" };

    private GraphAnswer Person(GraphRequest request, Func<GraphPerson, GraphAnswer> act) =>
        directory.People.TryGetValue(request.Path[1], out var person) ? act(person) : GraphAnswer.Error(404, "NotFound", "No such user.");
}
