using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Telemetry;

/// <summary>What somebody who runs the bot sees of it: metrics, traces, and the id that lines of the log have in common with them.</summary>
internal static class TelemetrySetup
{
    /// <param name="mistakes">Gets a sentence for each setting that is wrong.</param>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings, List<string> mistakes)
    {
        var (telemetry, wrong) = TelemetrySettings.From(settings);
        mistakes.AddRange(wrong);
        services.Configure<LoggerFactoryOptions>(log => log.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        return services
            .AddSingleton(telemetry)
            .AddSingleton<Collecting>()
            .AddHostedService(provider => provider.GetRequiredService<Collecting>());
    }

    /// <summary>/metrics, where the settings ask for it.</summary>
    public static void MapTelemetry(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<TelemetrySettings>().ServesMetrics)
            return;

        var collecting = routes.ServiceProvider.GetRequiredService<Collecting>();
        routes.MapGet("/metrics", http =>
        {
            http.Response.ContentType = PrometheusText.ContentType;
            return http.Response.WriteAsync(collecting.Read() ?? "", http.RequestAborted);
        });
    }
}
