using Microsoft.Extensions.Hosting;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Reviews;

/// <summary>Every minute, on every replica: what the last reviews said of the policies' dates, for pages and cards.</summary>
internal sealed class ReviewedDates(ReviewDesk desk, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1), UntilThereIsADatabase = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var isRead = await TryAsync(stoppingToken);
            await Task.Delay(isRead ? Pause : UntilThereIsADatabase, clock, stoppingToken);
        }
    }

    /// <returns>False where there is no database just now: the dates stay what they were.</returns>
    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await desk.AllAsync(cancellationToken);
            return true;
        }
        catch (StoreAwayException)
        {
            return false;
        }
    }
}
