using Azure.Core;
using Microsoft.Kiota.Abstractions.Authentication;

namespace PolicyBot.Graph;

/// <summary>The bot's token for Graph, and for no other address. The credential keeps it until it ends.</summary>
internal sealed class GraphTokens(TokenCredential credential, GraphSettings settings) : IAccessTokenProvider
{
    private readonly TokenRequestContext _scope = new([settings.Scope]);

    public AllowedHostsValidator AllowedHostsValidator { get; } = new();

    public async Task<string> GetAuthorizationTokenAsync(
        Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
        uri.Authority == settings.Endpoint.Authority ? (await credential.GetTokenAsync(_scope, cancellationToken)).Token : "";
}
