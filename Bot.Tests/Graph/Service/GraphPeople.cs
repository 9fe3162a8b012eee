using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Graph.Service;

/// <summary>Somebody in the directory, with what the bot has brought them.</summary>
internal sealed class GraphPerson(int number)
{
    public string Id { get; } = IdOf(number);

    public string Name { get; set; } = $"Person {number}";

    public string? Mail { get; set; } = $"p{number}@school.example";

    public bool IsGuest { get; init; }

    public bool HasMailbox { get; set; } = true;

    public bool IsInstalled { get; set; }

    /// <summary>How often it was installed where it was already.</summary>
    public int InstalledAgain { get; set; }

    /// <summary>What apps the person has that share the bot's app id.</summary>
    public int AppsOfTheBot { get; set; } = 1;

    public string? Manager { get; set; }

    /// <summary>Of each chain the newest.</summary>
    public Dictionary<long, JsonNode> Feed { get; } = [];

    public Dictionary<string, JsonNode> Events { get; } = [];

    public Dictionary<string, string> Lists { get; } = [];

    public Dictionary<string, JsonNode> Tasks { get; } = [];

    public List<JsonNode> Mails { get; } = [];

    public string Chat => $"19:{Id}_bot@unq.gbl.spaces";

    public static string IdOf(int number) => $"00000000-0000-4000-9000-{number:D12}";

    public JsonObject ToJson() => new()
    {
        ["@odata.type"] = "#microsoft.graph.user",
        ["id"] = Id,
        ["displayName"] = Name,
        ["mail"] = Mail,
        ["userPrincipalName"] = IsGuest ? $"{number}#EXT#@school.example" : $"p{number}@school.example",
        ["userType"] = IsGuest ? "Guest" : "Member",
    };
}

/// <summary>The school's directory: people, groups, and the catalogue of apps.</summary>
internal sealed class GraphDirectory
{
    public const string ManifestId = "11111111-2222-4333-8444-555555555555", CatalogueId = "66666666-7777-4888-9999-000000000000", Staff = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    public Dictionary<string, GraphPerson> People { get; } = [];

    public Dictionary<string, List<string>> Groups { get; } = [];

    /// <summary>How often each group's members changed: what a delta link counts.</summary>
    public int Changes { get; set; }

    public bool IsInCatalogue { get; set; } = true;

    public int PageSize { get; set; } = 100;

    public GraphPerson Add(int number, string? group = null)
    {
        var person = People[GraphPerson.IdOf(number)] = new GraphPerson(number);
        if (group is not null)
            Join(group, person.Id);

        return person;
    }

    public void Join(string group, string person)
    {
        Changes++;
        (Groups.TryGetValue(group, out var members) ? members : Groups[group] = []).Add(person);
    }

    public void Leave(string group, string person)
    {
        Changes++;
        Groups[group].Remove(person);
    }
}
