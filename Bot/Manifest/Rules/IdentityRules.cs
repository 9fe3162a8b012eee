namespace PolicyBot.Manifest.Rules;

/// <summary>Ids, addresses and version are those of the bot's settings.</summary>
internal static class IdentityRules
{
    private const string BuildAnew = "Build the zip anew with the settings of this bot: policybot manifest build.";

    public static IEnumerable<string> Faults(TeamsManifest manifest, ManifestSettings settings) =>
    [
        .. Same("id", manifest.Id, "Graph:TeamsAppId", settings.TeamsAppId),
        .. manifest.Bots.SelectMany(bot => Same("bots[0].botId", bot.BotId, "MicrosoftAppId", settings.BotId)),
        .. manifest.WebApplicationInfo is { } application
            ? Application(application, settings)
            : ["webApplicationInfo is missing. Put it in with the bot's app id: without it Teams does not know who sends notices into the feed."],
        .. Version(manifest.Version, settings.Version),
        .. Address("developer.websiteUrl", manifest.Developer.WebsiteUrl, settings.PublicAddress),
        .. Address("developer.privacyUrl", manifest.Developer.PrivacyUrl, $"{settings.PublicAddress}/privacy"),
        .. Address("developer.termsOfUseUrl", manifest.Developer.TermsOfUseUrl, $"{settings.PublicAddress}/terms"),
        .. Domains(manifest.ValidDomains, settings.Address.Host),
    ];

    private static IEnumerable<string> Application(WebApplicationInfo application, ManifestSettings settings) =>
    [
        .. Same("webApplicationInfo.id", application.Id, "MicrosoftAppId", settings.BotId),
        .. application.Resource is not null ? Array.Empty<string>()
            : ["webApplicationInfo.resource is missing. Write any address, such as api:// and the bot's id: Teams refuses permissions without one."],
    ];

    private static IEnumerable<string> Same(string place, string value, string setting, string expected)
    {
        if (!string.Equals(value, expected, StringComparison.OrdinalIgnoreCase))
            yield return $"{place} is {value}, and {setting} is {expected}. {BuildAnew}";
    }

    private static IEnumerable<string> Version(string text, Version expected)
    {
        if (ManifestVersion.Parse(text) is not { } version)
            yield return $"version is '{text}'. Write three numbers, such as {expected}.";
        else if (version < expected)
            yield return $"version is {version}, and the bot's is {expected}. {BuildAnew}";
    }

    private static IEnumerable<string> Address(string place, string address, string expected)
    {
        if (!address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            yield return $"{place} is {address}. Write an https address: Teams opens no other.";
        else if (address.TrimEnd('/') != expected)
            yield return $"{place} is {address}, and the bot's page is {expected}. {BuildAnew}";
    }

    private static IEnumerable<string> Domains(IReadOnlyList<string> domains, string host)
    {
        if (!domains.Contains(host, StringComparer.OrdinalIgnoreCase))
            yield return $"validDomains does not name {host}, where the bot's pages are. Put it in.";
        foreach (var other in domains.Where(domain => !string.Equals(domain, host, StringComparison.OrdinalIgnoreCase)))
            yield return $"validDomains names {other}, where the bot has no pages. Take it out.";
    }
}
