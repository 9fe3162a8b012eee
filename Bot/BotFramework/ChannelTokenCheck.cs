using System.Collections.Concurrent;
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

    private const string Scheme = "Bearer ";
    private const int MostProven = 1_000;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new();

    /// <summary>
    /// A channel sends one token with many activities. Its signature is proven once; what depends on the time, the
    /// activity or the keys published is checked each time.
    /// </summary>
    private readonly ConcurrentDictionary<string, ProvenToken> _proven = new(StringComparer.Ordinal);

    /// <returns>Why the token is refused, for the log; null where it is good.</returns>
    public async ValueTask<string?> ReasonToRefuseAsync(string? header, Activity activity, CancellationToken cancellationToken)
    {
        if (TextIn(header) is not { } text)
            return "no bearer token";
        if (!_proven.TryGetValue(text, out var token) || await keys.FindAsync(token.KeyId, cancellationToken) != token.Key)
        {
            (token, var fault) = await ProveAsync(text, cancellationToken);
            if (token is null)
                return fault;
        }

        return FaultFor(token, activity);
    }

    private static string? TextIn(string? header) =>
        header is { Length: > 7 } && header.StartsWith(Scheme, StringComparison.Ordinal) && !header.AsSpan(Scheme.Length).Contains(' ')
            ? header[Scheme.Length..]
            : null;

    private async ValueTask<(ProvenToken? Token, string? Fault)> ProveAsync(string text, CancellationToken cancellationToken)
    {
        if (Read(text) is not { } token)
            return (null, "no bearer token");
        if (FaultInClaims(token) is { } fault)
            return (null, fault);
        if (await keys.FindAsync(token.Kid ?? "", cancellationToken) is not { } key)
            return (null, "unknown signing key");
        if (!(await _handler.ValidateTokenAsync(text, Parameters(key))).IsValid)
            return (null, "signature");

        var proven = new ProvenToken(token.Kid ?? "", key, ServiceUrl(token), From(token), token.ValidTo);
        if (_proven.Count >= MostProven)
            _proven.Clear();

        return (_proven[text] = proven, null);
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

    private string? FaultInClaims(JsonWebToken token)
    {
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal))
            return "algorithm";
        if (token.Issuer != Issuer)
            return "issuer";
        if (token.Audiences.FirstOrDefault() != credentials.AppId)
            return "audience";

        return token.TryGetPayloadValue<long>("exp", out _) ? null : "no end";
    }

    private static string? ServiceUrl(JsonWebToken token) => token.TryGetPayloadValue<string>("serviceurl", out var url) ? url : null;

    private static DateTime? From(JsonWebToken token) => token.TryGetPayloadValue<long>("nbf", out _) ? token.ValidFrom : null;

    private TokenValidationParameters Parameters(SigningKey key) => new()
    {
        IssuerSigningKey = key.Key,
        RequireSignedTokens = true,
        ValidAlgorithms = Algorithms,
        ValidIssuer = Issuer,
        ValidAudience = credentials.AppId,
        ValidateLifetime = false, // Checked with every activity.
    };

    private string? FaultFor(ProvenToken token, Activity activity)
    {
        if (!string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return "service URL";
        if (!token.Key.Endorsements.Contains(activity.ChannelId!))
            return "signing key not endorsed for the channel";

        var now = clock.GetUtcNow().UtcDateTime;
        return now <= token.Until + Skew && (token.From is null || token.From - Skew <= now) ? null : "lifetime";
    }

    private sealed record ProvenToken(string KeyId, SigningKey Key, string? ServiceUrl, DateTime? From, DateTime Until);
}
