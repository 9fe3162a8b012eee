using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PolicyBot.BotFramework;

/// <summary>
/// Whether a token was signed by the channel for this bot and this activity. "Authentication with the Bot Connector
/// API", Bot Framework documentation; endorsements and service URL as Bot Builder checks them. There is no emulator path.
/// </summary>
internal sealed class ChannelTokenCheck(BotCredentials credentials, SigningKeys keys, TimeProvider clock)
{
    public const string Issuer = "https://api.botframework.com";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new();

    /// <returns>Why the token is refused, for the log; null where it is good.</returns>
    public async ValueTask<string?> ReasonToRefuseAsync(string? header, Activity activity, CancellationToken cancellationToken)
    {
        if (header?.Split(' ') is not ["Bearer", { Length: > 0 } text] || Read(text) is not { } token)
            return "no bearer token";
        if (FaultInClaims(token, activity) is { } fault)
            return fault;
        if (await keys.FindAsync(token.Kid ?? "", cancellationToken) is not { } key)
            return "unknown signing key";
        if (!key.Endorsements.Contains(activity.ChannelId!))
            return "signing key not endorsed for the channel";

        var result = await _handler.ValidateTokenAsync(text, Parameters(key));
        return result.IsValid ? null : "signature or lifetime";
    }

    /// <summary>A token that cannot be read is no token.</summary>
    private static JsonWebToken? Read(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private string? FaultInClaims(JsonWebToken token, Activity activity)
    {
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal))
            return "algorithm";
        if (token.Issuer != Issuer)
            return "issuer";
        if (token.Audiences.FirstOrDefault() != credentials.AppId)
            return "audience";

        return token.TryGetPayloadValue<string>("serviceurl", out var url) && string.Equals(url, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            ? null
            : "service URL";
    }

    private TokenValidationParameters Parameters(SigningKey key) => new()
    {
        IssuerSigningKey = key.Key,
        RequireSignedTokens = true,
        ValidAlgorithms = Algorithms,
        ValidIssuer = Issuer,
        ValidAudience = credentials.AppId,
        LifetimeValidator = (from, until, _, _) => until is not null && IsNow(from, until.Value),
    };

    private bool IsNow(DateTime? from, DateTime until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now <= until + Skew && (from is null || from - Skew <= now);
    }
}
