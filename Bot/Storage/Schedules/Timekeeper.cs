using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Turns;
using Quartz;

namespace PolicyBot.Storage.Schedules;

/// <summary>Has work done at its times, once there is a database; the bot answers without it meanwhile.</summary>
internal sealed partial class Timekeeper(
    Databases databases, Clockwork clockwork, TimeProvider clock, ILogger<Timekeeper> log) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    private volatile IScheduler? _scheduler;

    /// <summary>Null until there was a database.</summary>
    public IScheduler? Scheduler => _scheduler;

    /// <summary>Work that is being done is finished first, as long as the host waits; else it is done again.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Scheduler is { } scheduler)
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!await TryAsync(stoppingToken))
            await Task.Delay(BetweenTries, clock, stoppingToken);
    }

    private async Task<bool> TryAsync(CancellationToken stopping)
    {
        try
        {
            await databases.PrepareAsync().WaitAsync(stopping);
            _scheduler = await clockwork.StartAsync(stopping).WaitAsync(stopping); // Stopping waits for no start that hangs.
            return true;
        }
        catch (Exception fault) when (fault is StoreAwayException or SchedulerException or DbException)
        {
            NotStarted(fault.GetBaseException().Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Scheduled work waits for the database: {Reason}")]
    private partial void NotStarted(string reason);
}
