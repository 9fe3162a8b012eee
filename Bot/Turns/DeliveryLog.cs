using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>
/// Writes down what became of messages that turns sent themselves, many in one transaction. Killed before it does, the
/// outbox sends them once more: at least once, and at most one batch twice.
/// </summary>
internal sealed class DeliveryLog(IOutboxStore outbox, TimeProvider clock) : BackgroundService
{
    private const int Batch = 200;

    private static readonly TimeSpan WhenAway = TimeSpan.FromSeconds(1);

    private readonly Channel<Settlement> _settlements = Channel.CreateBounded<Settlement>(10_000);
    private readonly Channel<bool> _promised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Messages were promised: the outbox need not wait for its next look.</summary>
    public void Promised() => _promised.Writer.TryWrite(true);

    public async Task UntilPromisedAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        try
        {
            await _promised.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Either way it is time to look.
        }
    }

    public ValueTask RecordAsync(long id, Activity heard, SendOutcome outcome) =>
        _settlements.Writer.WriteAsync(Outcomes.Settle(id, ConversationReference.Of(heard).Person ?? ConversationKey.Of(heard).Value,
            outcome, clock.GetUtcNow(), attempts: 1));

    /// <summary>What turns have sent is written down before the process ends, as long as the host waits.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _settlements.Writer.TryComplete();
        if (ExecuteTask is { } writing)
            await Task.WhenAny(writing, Task.Delay(Timeout.Infinite, cancellationToken));
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _settlements.Reader.WaitToReadAsync(stoppingToken))
            await WriteDownAsync(stoppingToken);
    }

    private async Task WriteDownAsync(CancellationToken cancellationToken)
    {
        var batch = new List<Settlement>();
        while (batch.Count < Batch && _settlements.Reader.TryRead(out var settlement))
            batch.Add(settlement);

        while (true)
        {
            try
            {
                await outbox.SettleAsync(batch, clock.GetUtcNow(), cancellationToken);
                return;
            }
            catch (StoreAwayException)
            {
                await Task.Delay(WhenAway, clock, cancellationToken);
            }
        }
    }
}
