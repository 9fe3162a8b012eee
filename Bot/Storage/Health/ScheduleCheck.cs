using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyBot.Storage.Schedules;
using Quartz;

namespace PolicyBot.Storage.Health;

/// <summary>Whether work is done at its times, by whichever replica: the times are in the database. Without it the bot still answers.</summary>
internal sealed class ScheduleCheck(Timekeeper timekeeper, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        timekeeper.Scheduler is { Status: SchedulerStatus.Running } scheduler
            ? await Task.Run(() => LookAsync(scheduler, cancellationToken), cancellationToken).WaitAsync(cancellationToken)
            : HealthCheckResult.Degraded("Scheduled work waits for the database. It begins by itself; where it does not, the log has the reason.");

    private async Task<HealthCheckResult> LookAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        try
        {
            var late = await scheduler.QueryTriggers(new TriggerQuery { NextFireTimeBefore = clock.GetUtcNow() - Tolerance }, cancellationToken);
            return late.Items.Count == 0
                ? HealthCheckResult.Healthy("Scheduled work is done at its times.")
                : HealthCheckResult.Degraded($"Scheduled work is overdue: {string.Join(", ", late.Items.Select(trigger => trigger.Key.Name))}. "
                    + "The log says what holds it up; a restart does it now.");
        }
        catch (SchedulerException)
        {
            return HealthCheckResult.Degraded("Whether scheduled work is done at its times is known when the database can be reached.");
        }
    }
}
