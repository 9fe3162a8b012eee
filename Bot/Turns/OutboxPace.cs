using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>When each request to the channel may go out, so that all replicas together stay under its limit.</summary>
/// <param name="replies">The client that turns send with: its requests count as well.</param>
internal sealed class OutboxPace(IOutboxStore outbox, ConnectorClient replies, OutboxSettings settings, TimeProvider clock)
{
    /// <summary>A little below the limit: requests that are evenly spaced here arrive a little less evenly there.</summary>
    private const double Margin = .98;

    private static readonly TimeSpan ForAll = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _each = settings.PerSecond > 0 ? TimeSpan.FromSeconds(1 / (settings.PerSecond * Margin)) : TimeSpan.Zero;
    private long _counted;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>At most what a quarter of a second has room for: the four in hand are one second of the channel's time.</summary>
    public int Batch => settings.PerSecond > 0 ? Math.Clamp((int)(settings.PerSecond / 4), 1, settings.Batch) : settings.Batch;

    /// <returns>When each of the messages may go out, in their order.</returns>
    public async Task<IReadOnlyList<DateTimeOffset>> ReserveAsync(
        IReadOnlyList<OutboxMessage> messages, IReadOnlyDictionary<string, ConversationReference> known)
    {
        if (_each == TimeSpan.Zero)
            return [.. messages.Select(_ => DateTimeOffset.MinValue)];

        var costs = messages.Select(message => message.To is Recipient.Person && !known.ContainsKey(message.To.Thread) ? 2 : 1).ToList();
        var next = await outbox.ReserveAsync(_each * (costs.Sum() + SentByTurns()), Now, CancellationToken.None);
        return [.. costs.Select(cost =>
        {
            next += _each * cost;
            return next - _each * cost;
        })];
    }

    /// <returns>False where the process is stopping.</returns>
    public async Task<bool> WaitAsync(DateTimeOffset slot, CancellationToken stopping)
    {
        try
        {
            if (slot - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, stopping);

            return !stopping.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Where the channel held back several conversations at once, it is the bot it holds back: nobody sends for a while.</summary>
    public async Task HoldBackAsync(IReadOnlyList<Settlement> settled)
    {
        if (_each > TimeSpan.Zero && settled.Count(each => each is Settlement.TryAgain later && later.At > Now) > 1)
            await outbox.ReserveAsync(ForAll, Now, CancellationToken.None);
    }

    private int SentByTurns()
    {
        var requests = replies.Requests;
        return (int)(requests - Interlocked.Exchange(ref _counted, requests));
    }
}
