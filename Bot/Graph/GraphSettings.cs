using Microsoft.Extensions.Configuration;

namespace PolicyBot.Graph;

/// <summary>Section Graph. Off until it is enabled: nothing of Microsoft Graph is made before.</summary>
internal sealed record GraphSettings
{
    public const string PublicEndpoint = "https://graph.microsoft.com/v1.0";

    /// <summary>Microsoft's own clouds; whoever else is named would be sent the bot's token.</summary>
    private static readonly string[] Clouds =
        ["graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us", "microsoftgraph.chinacloudapi.cn"];

    public bool IsEnabled { get; init; }

    public Uri Endpoint { get; init; } = new(PublicEndpoint);

    /// <summary>Where tokens come from; null for Microsoft's public cloud.</summary>
    public Uri? Authority { get; init; }

    /// <summary>The id in the Teams manifest: feed notices link to the app, and its installations are known by it.</summary>
    public string TeamsAppId { get; init; } = "";

    /// <summary>The app's id in the organisation's catalogue; null: it is looked up.</summary>
    public string? CatalogueAppId { get; init; }

    /// <summary>The group whose members are the roster.</summary>
    public string? RosterGroup { get; init; }

    /// <summary>The group whose one member is the manager.</summary>
    public string? ManagerGroup { get; init; }

    /// <summary>A person whose manager in Entra is the manager.</summary>
    public string? ManagerOf { get; init; }

    /// <summary>Whether the bot is installed for everybody on the roster.</summary>
    public bool InstallsForStaff { get; init; }

    /// <summary>The mailbox that mail is sent from; without one there is no mail.</summary>
    public string? MailFrom { get; init; }

    /// <summary>Manager:EntraId: on whom permissions are tried.</summary>
    public string? Manager { get; init; }

    /// <summary>Of tokens, in the cloud of the endpoint.</summary>
    public string Scope => $"https://{(Endpoint.IsLoopback ? Clouds[0] : Endpoint.Host)}/.default";

    /// <returns>The settings, and a sentence for each mistake: settings with mistakes are not to be used.</returns>
    public static (GraphSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings, bool isDevelopment)
    {
        var reader = new GraphSettingsReader(settings.GetSection("Graph"));
        var read = new GraphSettings
        {
            IsEnabled = reader.Switch("Enabled"),
            Endpoint = reader.Address("Endpoint", PublicEndpoint, isDevelopment)!,
            Authority = reader.Address("Authority", null, isDevelopment),
            TeamsAppId = reader.Id("TeamsAppId", "the id in the app's manifest.json") ?? "",
            CatalogueAppId = reader.Id("CatalogueAppId", "the app's id in the organisation's catalogue, or leave it out"),
            RosterGroup = reader.Id("RosterGroup", "the object id of the group of all staff"),
            ManagerGroup = reader.Id("ManagerGroup", "the object id of a group with the manager in it"),
            ManagerOf = reader.Text("ManagerOf"),
            InstallsForStaff = reader.Switch("InstallForStaff"),
            MailFrom = reader.Text("MailFrom"),
            Manager = settings["Manager:EntraId"]?.Trim() is { Length: > 0 } manager ? manager : null,
        };
        return (read, read.IsEnabled ? [.. reader.Mistakes, .. read.Mistakes(settings, isDevelopment)] : []);
    }

    private IEnumerable<string> Mistakes(IConfiguration settings, bool isDevelopment)
    {
        if (TeamsAppId.Length == 0)
            yield return "Graph:TeamsAppId is not set. Write the id in the Teams app's manifest.json.";
        if (string.IsNullOrWhiteSpace(settings["MicrosoftAppId"]))
            yield return "Graph is enabled and MicrosoftAppId is not set. Microsoft Graph wants to know who asks: set the bot's app id.";
        if (!(Endpoint.IsLoopback && isDevelopment) && !Clouds.Contains(Endpoint.Host, StringComparer.OrdinalIgnoreCase))
            yield return $"Graph:Endpoint is '{Endpoint}'. Leave it out, or write the address of one of Microsoft's clouds, such as {PublicEndpoint}.";
        if (ManagerGroup is not null && ManagerOf is not null)
            yield return "Graph:ManagerGroup and Graph:ManagerOf both say who the manager is. Keep one.";
        if (MailFrom is not null && !MailFrom.Contains('@', StringComparison.Ordinal) && !Guid.TryParse(MailFrom, out _))
            yield return $"Graph:MailFrom is '{MailFrom}'. Write the address of the mailbox to send from, such as policies@school.org.";
    }
}
