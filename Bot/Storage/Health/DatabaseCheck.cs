using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyBot.Turns;

namespace PolicyBot.Storage.Health;

/// <summary>Whether the database can be reached, by a connection of its own.</summary>
internal sealed class DatabaseCheck(Databases databases) : IHealthCheck
{
    /// <summary>On a thread of its own: SQLite's calls do not return before they are done.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await Task.Run(() => AnswersAsync(cancellationToken), cancellationToken).WaitAsync(cancellationToken)
            ? HealthCheckResult.Healthy("The database answers.")
            : HealthCheckResult.Unhealthy("The database cannot be reached. See that it runs and that Storage:ConnectionString is right; the log has the reason.");

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await databases.OpenAsync(database => database.Database.CanConnectAsync(cancellationToken));
        }
        catch (StoreAwayException)
        {
            return false;
        }
    }
}
