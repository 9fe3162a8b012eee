using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace PolicyBot.Storage.Health;

/// <summary>Whether the bot is going to be here in a moment.</summary>
internal sealed class ProcessCheck(IHostApplicationLifetime life) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(life.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("The bot is stopping. Send people to another replica.")
            : HealthCheckResult.Healthy("The bot runs."));
}
