using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyBot.Turns;

namespace PolicyBot.Storage.Health;

/// <summary>Whether the database can be reached, by a connection of its own.</summary>
internal sealed class DatabaseCheck(Databases databases) : IHealthCheck
{
    private static readonly HealthCheckResult
        Reached = HealthCheckResult.Healthy("The database answers."),
        NotYet = HealthCheckResult.Degraded("There is no database yet. The first start makes it."),
        Away = HealthCheckResult.Unhealthy("The database cannot be reached. See that it runs and that "
            + "Storage:ConnectionString is right; the log has the reason.");

    /// <summary>On a thread of its own: SQLite's calls do not return before they are done.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.Run(() => ReachAsync(cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    private async Task<HealthCheckResult> ReachAsync(CancellationToken cancellationToken)
    {
        if (databases.IsToBeMade)
            return NotYet;

        try
        {
            return await databases.OpenAsync(open => open.Database.CanConnectAsync(cancellationToken)) ? Reached : Away;
        }
        catch (StoreAwayException)
        {
            return Away;
        }
    }
}
