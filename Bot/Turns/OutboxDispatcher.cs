using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Turns;

/// <summary>
/// Works the outbox off, with four batches in hand: while one waits for a slow answer of the channel, the others go on.
/// Other replicas do the same on the same table.
/// </summary>
internal sealed partial class OutboxDispatcher(OutboxRound round, DeliveryLog deliveries, TimeProvider clock, ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    private const int Workers = 4;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private volatile bool _isWaiting;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            if (await TryRoundAsync(stopping) == 0)
                await deliveries.UntilPromisedAsync(BetweenLooks, stopping);
        }
    }

    private async Task<int> TryRoundAsync(CancellationToken stopping)
    {
        try
        {
            var taken = await round.RunAsync(stopping);
            _isWaiting = false;
            return taken;
        }
        catch (StoreAwayException away)
        {
            if (!_isWaiting)
                NoDatabase(away.Message);
            _isWaiting = true;
            await Task.Delay(BetweenLooks, clock, stopping);
            return 0;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 0;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The outbox waits for the database: {Reason}")]
    private partial void NoDatabase(string reason);
}
