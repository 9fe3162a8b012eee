using System.Net;
using Microsoft.Extensions.Configuration;

namespace PolicyBot.Manifest;

/// <summary>What the manifest takes from the settings of the bot, and the few of its own: section Manifest.</summary>
internal sealed record ManifestSettings(string BotId, string TeamsAppId, Uri Address, string Developer, Version Version)
{
    /// <summary>Teams shows no more of who the developer is.</summary>
    private const int LongestDeveloper = 32;

    private const string NamedNowhere = "the Club", AnId = "11111111-2222-3333-4444-555555555555";

    /// <summary>The program's, which is that of the changelog.</summary>
    public static Version ProgramVersion { get; } = typeof(ManifestSettings).Assembly.GetName().Version is { } full
        ? new Version(full.Major, full.Minor, full.Build) : new Version(0, 0, 0);

    public string PublicAddress => Address.AbsoluteUri.TrimEnd('/');

    /// <summary>As the template names them.</summary>
    public IReadOnlyDictionary<string, string> Fields => new Dictionary<string, string>
    {
        ["{Version}"] = $"{Version}",
        ["{MicrosoftAppId}"] = BotId,
        ["{Graph:TeamsAppId}"] = TeamsAppId,
        ["{PublicAddress}"] = PublicAddress,
        ["{PublicHost}"] = Address.Host,
        ["{Developer}"] = Developer,
    };

    /// <returns>The settings, and a sentence for each mistake: settings with mistakes are not to be used.</returns>
    public static (ManifestSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings)
    {
        var mistakes = new List<string>();
        var read = new ManifestSettings(
            Id(settings, "MicrosoftAppId", "Write the app id of the bot's registration in Entra.", mistakes),
            Id(settings, "Graph:TeamsAppId",
                "Make an id once (uuidgen, or New-Guid in PowerShell), write it there and keep it: Teams knows the app by it.", mistakes),
            PublicAddressOf(settings, mistakes), DeveloperOf(settings, mistakes), VersionOf(settings, mistakes));
        return (read, mistakes);
    }

    private static string Id(IConfiguration settings, string name, string what, List<string> mistakes)
    {
        var text = Text(settings, name);
        if (text is null)
            mistakes.Add($"{name} is not set. {what}");
        else if (!Guid.TryParseExact(text, "D", out _))
            mistakes.Add($"{name} is '{text}'. Write an id, such as {AnId}.");

        return text?.ToLowerInvariant() ?? "";
    }

    /// <summary>Teams opens https pages only, on hosts that it can name.</summary>
    private static Uri PublicAddressOf(IConfiguration settings, List<string> mistakes)
    {
        const string What = "Write the https address at which people reach the bot's pages, such as https://policybot.school.org.";
        var text = Text(settings, "PublicAddress");
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback
            && !IPAddress.TryParse(address.Host, out _) && address.Query.Length + address.Fragment.Length == 0)
            return address;

        mistakes.Add(text is null ? $"PublicAddress is not set. {What}" : $"PublicAddress is '{text}'. {What}");
        return new Uri("https://policybot.invalid");
    }

    private static string DeveloperOf(IConfiguration settings, List<string> mistakes)
    {
        var (own, club) = (Text(settings, "Manifest:Developer"), Text(settings, "Club:Name"));
        if ((own ?? club) is not { } name || name == NamedNowhere)
            mistakes.Add("Club:Name is not set. Write the club's name, such as 'Hillside After School Club': Teams shows it as the developer of the app.");
        else if (name.Length > LongestDeveloper)
            mistakes.Add($"{(own is null ? "Club:Name" : "Manifest:Developer")} is '{name}', which has {name.Length} characters. "
                + $"Teams shows {LongestDeveloper} of who the developer is: write a shorter name under Manifest:Developer.");

        return own ?? club ?? "";
    }

    private static Version VersionOf(IConfiguration settings, List<string> mistakes)
    {
        if (Text(settings, "Manifest:Version") is not { } text)
            return ProgramVersion;
        if (ManifestVersion.Parse(text) is { } version && version >= ProgramVersion)
            return version;

        mistakes.Add($"Manifest:Version is '{text}'. Write three numbers that are not lower than the program's {ProgramVersion}, or leave it out.");
        return ProgramVersion;
    }

    private static string? Text(IConfiguration settings, string name) => settings[name]?.Trim() is { Length: > 0 } text ? text : null;
}
