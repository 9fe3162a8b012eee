using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Turns;

/// <summary>
/// Works the errands off, each kind by itself: where one service is slow or refuses, the others go on. Other replicas do
/// the same on the same table. Where no kind has a runner it does nothing at all.
/// </summary>
internal sealed partial class ErrandDispatcher(ErrandRound round, TimeProvider clock, ILogger<ErrandDispatcher> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, Task> _busy = [];
    private bool _isWaiting;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (round.HasRunners && !stoppingToken.IsCancellationRequested)
        {
            if (await TryAsync(() => LookAsync(stoppingToken), stoppingToken))
                await TryAsync(() => Task.Delay(BetweenLooks, clock, stoppingToken), stoppingToken);
        }

        await Task.WhenAll(_busy.Values);
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        foreach (var kind in await round.DueAsync(stopping))
        {
            if (_busy.TryGetValue(kind, out var working) && !working.IsCompleted)
                continue;

            await (working ?? Task.CompletedTask); // A defect ends the bot here, and is not lost with its task.
            _busy[kind] = TryAsync(() => WorkOffAsync(kind, stopping), stopping);
        }

        _isWaiting = false;
    }

    private async Task WorkOffAsync(string kind, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && await round.RunAsync(kind, stopping) > 0)
        {
        }
    }

    /// <returns>False where the process is stopping.</returns>
    private async Task<bool> TryAsync(Func<Task> work, CancellationToken stopping)
    {
        try
        {
            await work();
        }
        catch (StoreAwayException away)
        {
            if (!_isWaiting)
                NoDatabase(away.Message);
            _isWaiting = true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }

        return true;
    }

    [LoggerMessage(LogLevel.Warning, "The errands wait for the database: {Reason}")]
    private partial void NoDatabase(string reason);
}
