using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace PolicyBot.Storage.Health;

/// <summary>
/// /health/live: the process runs; whoever gets no answer should start it anew. /health/ready: people can be sent here.
/// </summary>
internal static class HealthAddresses
{
    /// <summary>For each check, so that the answer is there within three seconds whatever hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this WebApplication app)
    {
        var ready = new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync };
        var live = new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync, Predicate = _ => false };
        app.MapHealthChecks("/health/live", live);
        app.MapHealthChecks("/health/ready", ready);
    }
}
