using Microsoft.Extensions.Configuration;

namespace PolicyBot.BotFramework;

/// <summary>Who the bot is to the channel, under Bot Builder's setting names.</summary>
internal sealed record BotCredentials
{
    public const string PublicMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    public string AppType { get; init; } = SingleTenant;

    public string? AppId { get; init; }

    public string? Password { get; init; }

    public string? TenantId { get; init; }

    /// <summary>Where the channel publishes the keys that sign its tokens.</summary>
    public Uri Metadata { get; init; } = new(PublicMetadata);

    /// <summary>Hosts, besides Microsoft's own, that may be sent the bot's token.</summary>
    public IReadOnlyList<string> MoreHosts { get; init; } = [];

    /// <summary>No app id: nobody can prove who they are, so only this machine may speak.</summary>
    public bool IsAnonymous => AppId is null;

    public const string SingleTenant = "SingleTenant";
    public const string UserAssignedMsi = "UserAssignedMSI";

    /// <returns>The credentials, and a sentence for each mistake: credentials with mistakes are not to be used.</returns>
    public static (BotCredentials Credentials, IReadOnlyList<string> Mistakes) From(IConfiguration settings, bool isDevelopment)
    {
        var address = settings["BotOpenIdMetadata"] is { Length: > 0 } given ? given : PublicMetadata;
        var isAddress = Uri.TryCreate(address, UriKind.Absolute, out var metadata) && (metadata.Scheme == Uri.UriSchemeHttps || metadata.IsLoopback);
        var credentials = new BotCredentials
        {
            AppType = Value(settings, "MicrosoftAppType") ?? SingleTenant,
            AppId = Value(settings, "MicrosoftAppId"),
            Password = Value(settings, "MicrosoftAppPassword"),
            TenantId = Value(settings, "MicrosoftAppTenantId"),
            Metadata = isAddress ? metadata! : new Uri(PublicMetadata),
            MoreHosts = (settings["MicrosoftAppAllowedHosts"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
        return (credentials, [.. credentials.Mistakes(isDevelopment), .. isAddress
            ? Array.Empty<string>() : [$"BotOpenIdMetadata is '{address}'. Write an https address, or leave it out."]]);
    }

    private IEnumerable<string> Mistakes(bool isDevelopment)
    {
        if (AppId is null)
            return isDevelopment ? [] : ["MicrosoftAppId is not set. Set it to the bot's app id; "
                + "without one the bot runs only in Development, on this machine (--environment Development)."];

        return new (bool IsWrong, string Sentence)[]
        {
            (!Guid.TryParse(AppId, out _), $"MicrosoftAppId is '{AppId}'. Write the app id as a GUID."),
            (!Guid.TryParse(TenantId, out _), "MicrosoftAppTenantId is not set to a GUID. Write the id of the school's tenant."),
            (AppType is not (SingleTenant or UserAssignedMsi), $"MicrosoftAppType is '{AppType}'. Write {SingleTenant} or {UserAssignedMsi}."),
            (AppType == SingleTenant && Password is null, "MicrosoftAppPassword is not set. Set the secret of the bot's app in the environment."),
            (AppType == UserAssignedMsi && Password is not null, "MicrosoftAppPassword is set, but a managed identity has no secret. Take it out."),
        }.Where(check => check.IsWrong).Select(check => check.Sentence);
    }

    private static string? Value(IConfiguration settings, string key) => settings[key] is { } text && text.Trim() is { Length: > 0 } value ? value : null;
}
