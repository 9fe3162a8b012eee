using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using PolicyBot.BotFramework;

namespace PolicyBot.Graph;

/// <summary>
/// The way into Microsoft Graph, with the bot's own credentials. Its client is made when it is first needed, and tries
/// nothing again and follows no redirect by itself: whoever calls knows better when to.
/// </summary>
internal sealed class GraphDoor(GraphSettings settings, BotCredentials credentials, HttpClient http)
{
    private readonly Lazy<GraphTokens> _tokens = new(() => new GraphTokens(Credential(settings, credentials, http), settings));
    private GraphServiceClient? _client;

    public GraphSettings Settings => settings;

    public BotCredentials Credentials => credentials;

    public GraphServiceClient Client =>
        _client ??= new GraphServiceClient(http, new BaseBearerTokenAuthenticationProvider(_tokens.Value), $"{settings.Endpoint}".TrimEnd('/'));

    public Task<string> TokenAsync(CancellationToken cancellationToken) => _tokens.Value.GetAuthorizationTokenAsync(settings.Endpoint, null, cancellationToken);

    /// <summary>Whether a link that an answer names leads back to Graph: it is followed with the bot's token.</summary>
    public bool IsOurs(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address.Scheme == settings.Endpoint.Scheme && address.Authority == settings.Endpoint.Authority;

    private static TokenCredential Credential(GraphSettings settings, BotCredentials credentials, HttpClient http) =>
        credentials.AppType is BotCredentials.UserAssignedMsi
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(credentials.AppId))
        : new ClientSecretCredential(credentials.TenantId, credentials.AppId, credentials.Password, OptionsOf(settings, http));

    /// <summary>Somebody who has an authority of their own has no list of Microsoft's to ask about it.</summary>
    private static ClientSecretCredentialOptions OptionsOf(GraphSettings settings, HttpClient http)
    {
        var options = new ClientSecretCredentialOptions { Transport = new HttpClientTransport(http), Retry = { MaxRetries = 0 } };
        if (settings.Authority is { } authority)
            (options.AuthorityHost, options.DisableInstanceDiscovery) = (authority, true);

        return options;
    }
}
