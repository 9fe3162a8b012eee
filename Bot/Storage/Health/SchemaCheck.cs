using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyBot.Turns;

namespace PolicyBot.Storage.Health;

/// <summary>Whether the database has the tables of this program: neither an older one's nor a newer one's.</summary>
internal sealed class SchemaCheck(Databases databases) : IHealthCheck
{
    private static readonly HealthCheckResult
        Right = HealthCheckResult.Healthy("The database has this program's tables."),
        NotPrepared = HealthCheckResult.Unhealthy("The database is not prepared yet. The bot does so by itself; "
            + "where it stays so, the log has the reason.", data: new Dictionary<string, object> { [HealthNotes.Passes] = true }),
        Away = HealthCheckResult.Unhealthy("Whether the database has this program's tables is known when it can be "
            + "reached.");

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.Run(() => CompareAsync(cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    private async Task<HealthCheckResult> CompareAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await databases.OpenAsync(async open => Compare(
                [.. open.Database.GetMigrations()],
                [.. await open.Database.GetAppliedMigrationsAsync(cancellationToken)]));
        }
        catch (StoreAwayException)
        {
            return Away;
        }
    }

    private static HealthCheckResult Compare(IReadOnlyList<string> own, IReadOnlyList<string> applied) =>
        applied.Except(own).LastOrDefault() is { } newer ? NewerThanThis(newer)
        : applied.Count == own.Count ? Right
        : NotPrepared;

    private static HealthCheckResult NewerThanThis(string migration) => HealthCheckResult.Unhealthy(
        $"A newer program has changed the database ({migration}), and this one does not know how. Run the newer program.");
}
