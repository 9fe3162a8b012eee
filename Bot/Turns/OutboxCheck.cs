using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PolicyBot.Turns;

/// <summary>
/// Whether promised messages go out. Without it the bot still answers, and so it is no reason to send people elsewhere.
/// </summary>
internal sealed class OutboxCheck(IOutboxStore outbox, TimeProvider clock) : IHealthCheck
{
    /// <summary>How long somebody who asks is kept waiting.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    private static readonly HealthCheckResult
        GoOut = HealthCheckResult.Healthy("Promised messages go out."),
        Away = HealthCheckResult.Degraded("Whether promised messages go out is known when the database can be reached.");

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.Run(() => LookAsync(cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    private async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            var wait = now - await outbox.OldestDueAsync(now, cancellationToken);
            return wait > Tolerance ? Waits(wait.Value) : GoOut;
        }
        catch (StoreAwayException)
        {
            return Away;
        }
    }

    private static HealthCheckResult Waits(TimeSpan wait) => HealthCheckResult.Degraded(
        $"A message that could have been sent has waited for {wait.TotalSeconds:0} seconds. "
        + "See whether the channel can be reached, and whether there are more messages than it takes.");
}
