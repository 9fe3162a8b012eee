using Azure.Core;

namespace PolicyBot.BotFramework;

/// <summary>
/// The bot's own token for the channel. Renewed once for all who ask, five minutes before it ends; until then the old
/// one serves whoever does not have to wait.
/// </summary>
internal sealed class ConnectorTokens(TokenCredential? credential, TimeProvider clock) : IDisposable
{
    private static readonly TokenRequestContext Scope = new(["https://api.botframework.com/.default"]);
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile Held? _held;

    /// <returns>The token, or null where the bot has no credentials.</returns>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (credential is null)
            return null;

        var held = _held;
        var left = held is null ? TimeSpan.Zero : held.Token.ExpiresOn - clock.GetUtcNow();
        if (held is not null && left > Early)
            return held.Token.Token;
        if (held is not null && left > TimeSpan.Zero && !await _oneAtATime.WaitAsync(TimeSpan.Zero, cancellationToken))
            return held.Token.Token;
        if (held is null || left <= TimeSpan.Zero)
            await _oneAtATime.WaitAsync(cancellationToken);

        return await RenewAsync(held, cancellationToken);
    }

    /// <summary>The channel refused this token: the next to ask gets a new one.</summary>
    public void Drop(string token)
    {
        if (_held is { } held && held.Token.Token == token)
            Interlocked.CompareExchange(ref _held, null, held);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async ValueTask<string?> RenewAsync(Held? known, CancellationToken cancellationToken)
    {
        try
        {
            if (_held is { } renewed && !ReferenceEquals(renewed, known))
                return renewed.Token.Token;

            _held = new Held(await credential!.GetTokenAsync(Scope, cancellationToken));
            return _held.Token.Token;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private sealed record Held(AccessToken Token);
}
