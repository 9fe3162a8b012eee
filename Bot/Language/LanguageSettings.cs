using Microsoft.Extensions.Configuration;

namespace PolicyBot.Language;

/// <summary>Which Azure AI Language resource checks a text as well: section Language. Without one the bot's own lists do.</summary>
internal sealed record LanguageSettings
{
    private const string UserAssignedMsi = "UserAssignedMSI";

    /// <summary>Null where names are taken out here only.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Null where the bot's managed identity is let in.</summary>
    public string? Key { get; init; }

    /// <summary>The client id of the identity the bot runs as, where it has one of its own; otherwise the machine's.</summary>
    public string? IdentityId { get; init; }

    /// <returns>The settings, and a sentence for each mistake: settings with mistakes are not to be used.</returns>
    public static (LanguageSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings)
    {
        var (endpoint, key) = (settings["Language:Endpoint"]?.Trim(), settings["Language:Key"]?.Trim());
        var mistakes = new List<string>();
        if (endpoint is { Length: > 0 } && !IsAddress(endpoint))
            mistakes.Add("Language:Endpoint is no https address. Write the endpoint of the Azure AI Language resource, such as https://my-school.cognitiveservices.azure.com, or leave it empty.");
        if (key is { Length: > 0 } && string.IsNullOrEmpty(endpoint))
            mistakes.Add("Language:Key is set, but Language:Endpoint is not. Write the endpoint of the Azure AI Language resource, or leave both empty.");
        if (key is { Length: > 0 } && !key.All(char.IsAsciiLetterOrDigit))
            mistakes.Add("Language:Key has something in it that is neither letter nor digit. Copy key 1 of the Azure AI Language resource.");

        return (new LanguageSettings
        {
            Endpoint = IsAddress(endpoint) ? new Uri(endpoint!) : null,
            Key = key is { Length: > 0 } ? key : null,
            IdentityId = settings["MicrosoftAppType"] is UserAssignedMsi && settings["MicrosoftAppId"] is { Length: > 0 } id ? id : null,
        }, mistakes);
    }

    private static bool IsAddress(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Query is "" && uri.UserInfo is "";
}
