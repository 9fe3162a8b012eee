using Microsoft.Extensions.Hosting;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Reviews;

/// <summary>Every minute, on every replica: what the last reviews said of the policies' dates, for pages and cards.</summary>
internal sealed class ReviewedDates(ReviewDesk desk, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await desk.AllAsync(cancellationToken);
        }
        catch (StoreAwayException)
        {
            // The dates stay what they were.
        }
    }
}
