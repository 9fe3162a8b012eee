using Microsoft.Extensions.Configuration;
using PolicyBot.Reviews;

namespace PolicyBot.Teams;

/// <summary>Who the bot may name in an answer, and where its pages are: sections Club, Manager, Safeguarding, PublicAddress.</summary>
internal sealed record ClubSettings : IManagerSeat
{
    /// <summary>Who is the manager where nobody is set: "chat --as manager".</summary>
    public const string DevelopmentManager = "development-manager";

    private volatile string? _found;

    public required string Club { get; init; }

    public required string Manager { get; init; }

    /// <summary>The manager's Entra object id, who gets questions passed on; null where none is set, and none was found.</summary>
    public string? ManagerId { get => _found ?? field; init; }

    public bool IsSet => _found is null && ManagerId is not null and not DevelopmentManager;

    /// <summary>Where people reach the bot's pages, ending without a slash; null where there is no address to link to.</summary>
    public string? PublicAddress { get; init; }

    public required SafeguardingContacts Safeguarding { get; init; }

    /// <returns>The settings, and a sentence for each mistake: settings with mistakes are not to be used.</returns>
    public static (ClubSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings, bool isDevelopment)
    {
        var mistakes = new List<string>();
        var address = settings["PublicAddress"]?.Trim().TrimEnd('/');
        if (address is { Length: > 0 } && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            mistakes.Add($"PublicAddress is '{address}'. Write the address people reach the bot at, such as https://policybot.example.org.");

        if (Text(settings["Manager:EntraId"]) is { } id && !Guid.TryParse(id, out _))
            mistakes.Add($"Manager:EntraId is '{id}'. Write the manager's object id from Entra, such as 11111111-2222-3333-4444-555555555555.");

        return (new ClubSettings
        {
            Club = Text(settings["Club:Name"]) ?? "the Club",
            Manager = Text(settings["Manager:Name"]) is { } name ? $"the Manager, {name}" : "your Manager",
            ManagerId = Text(settings["Manager:EntraId"]) ?? (isDevelopment ? DevelopmentManager : null),
            PublicAddress = Text(address),
            Safeguarding = SafeguardingContacts.From(settings.GetSection("Safeguarding"), isDevelopment, mistakes),
        }, mistakes);
    }

    /// <inheritdoc/>
    public void Take(string entraId) => _found = entraId;

    internal static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;
}
