using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace PolicyBot.BotFramework;

/// <summary>
/// The keys that sign the channel's tokens, each with the channels it may speak for. Fetched when first needed, again
/// after a day, and when a token names a key not known: at most every five minutes, and once for all who wait.
/// </summary>
internal sealed partial class SigningKeys(BotCredentials credentials, HttpClient http, TimeProvider clock, ILogger<SigningKeys> log)
    : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile KeySet _keys = new(new Dictionary<string, SigningKey>(), DateTimeOffset.MinValue);
    private DateTimeOffset _nextAttempt = DateTimeOffset.MinValue;

    /// <returns>The key, or null where the channel publishes none under that name or cannot be reached.</returns>
    public async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var keys = _keys;
        if (keys.ById.TryGetValue(keyId, out var key) && clock.GetUtcNow() - keys.Fetched < Lifetime)
            return key;

        await RefreshAsync(keys, cancellationToken);
        return _keys.ById.GetValueOrDefault(keyId);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task RefreshAsync(KeySet known, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!ReferenceEquals(known, _keys) || clock.GetUtcNow() < _nextAttempt)
                return;

            _nextAttempt = clock.GetUtcNow() + PauseAfterFailure;
            _keys = new KeySet(await FetchAsync(cancellationToken), clock.GetUtcNow());
            _nextAttempt = clock.GetUtcNow() + Pause;
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or KeyNotFoundException
            or ArgumentException or InvalidOperationException or UriFormatException
            || problem is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            CouldNotFetch(problem.GetType().Name, credentials.Metadata.Host);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<Dictionary<string, SigningKey>> FetchAsync(CancellationToken cancellationToken)
    {
        using var metadata = JsonDocument.Parse(await http.GetStringAsync(credentials.Metadata, cancellationToken));
        var address = new Uri(metadata.RootElement.GetProperty("jwks_uri").GetString()!);
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new HttpRequestException("The keys are not at an https address.");

        var keys = new JsonWebKeySet(await http.GetStringAsync(address, cancellationToken));
        return keys.Keys.Where(key => key.Kid is { Length: > 0 } && key.Kty == "RSA")
            .DistinctBy(key => key.Kid).ToDictionary(key => key.Kid, key => new SigningKey(key, Endorsements(key)));
    }

    /// <summary>The channels a key may sign for; a key without endorsements may sign for none.</summary>
    private static HashSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    [LoggerMessage(LogLevel.Warning, "The channel's signing keys could not be fetched from {Host} ({Problem}); tokens signed with a new key are refused until they can.")]
    private partial void CouldNotFetch(string problem, string host);

    private sealed record KeySet(IReadOnlyDictionary<string, SigningKey> ById, DateTimeOffset Fetched);
}

internal sealed record SigningKey(SecurityKey Key, IReadOnlySet<string> Endorsements);
