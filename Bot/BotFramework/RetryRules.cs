using System.Net.Http.Headers;

namespace PolicyBot.BotFramework;

/// <summary>
/// When a busy channel is tried again inside a turn: three tries, 2 to 20 seconds apart with 20 percent of chance, or
/// as long as the channel asks for. "Rate limiting for agents", Microsoft Teams documentation.
/// </summary>
internal sealed class RetryRules(TimeProvider clock, int tries = RetryRules.Tries)
{
    public const int Tries = 3, Once = 1;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <returns>Whether to try again; false at once where the channel asks for longer than a turn can wait.</returns>
    public async Task<bool> WaitAsync(int attempt, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        if (attempt >= tries || retryAfter > Longest)
            return false;

        try
        {
            await Task.Delay(retryAfter ?? Backoff(attempt), clock, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Retry-After in seconds, which Teams may write with a fraction, or as a date.</summary>
    public TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        if (headers.RetryAfter is { Delta: { } delta })
            return delta;
        if (headers.RetryAfter is { Date: { } date })
            return date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero;

        return headers.TryGetValues("Retry-After", out var values)
            && double.TryParse(values.First(), System.Globalization.CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and < 86_400 ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>2, 4, 8… seconds, with chance in it so that not all come back at once.</summary>
    public static TimeSpan Backoff(int attempt) => TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempt, 10)) * (.8 + Random.Shared.NextDouble() * .4));
}
