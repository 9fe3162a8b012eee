using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyBot.Storage.Schedules;
using Quartz;

namespace PolicyBot.Storage.Health;

/// <summary>
/// Whether work is done at its times, by whichever replica: the times are in the database. Without it the bot still
/// answers, and so it is no reason to send people elsewhere.
/// </summary>
internal sealed class ScheduleCheck(Timekeeper timekeeper, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private static readonly HealthCheckResult
        OnTime = HealthCheckResult.Healthy("Scheduled work is done at its times."),
        NotBegun = HealthCheckResult.Degraded("Scheduled work waits for the database. It begins by itself; "
            + "where it does not, the log has the reason."),
        Away = HealthCheckResult.Degraded("Whether scheduled work is done at its times is known when the database "
            + "can be reached.");

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        timekeeper.Scheduler is { Status: SchedulerStatus.Running } scheduler
            ? Task.Run(() => LookAsync(scheduler, cancellationToken), cancellationToken).WaitAsync(cancellationToken)
            : Task.FromResult(NotBegun);

    private async Task<HealthCheckResult> LookAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        try
        {
            var overdue = new TriggerQuery { NextFireTimeBefore = clock.GetUtcNow() - Tolerance };
            var late = await scheduler.QueryTriggers(overdue, cancellationToken);
            return late.Items.Count == 0 ? OnTime : Late(late.Items.Select(trigger => trigger.Key.Name));
        }
        catch (SchedulerException)
        {
            return Away;
        }
    }

    private static HealthCheckResult Late(IEnumerable<string> work) => HealthCheckResult.Degraded(
        $"Scheduled work is overdue: {string.Join(", ", work)}. The log says what holds it up; a restart does it now.");
}
