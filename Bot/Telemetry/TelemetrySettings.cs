using Microsoft.Extensions.Configuration;

namespace PolicyBot.Telemetry;

/// <param name="ServesMetrics">Whether /metrics is there, for Prometheus.</param>
/// <param name="Collector">Where traces and metrics are sent over OTLP (HTTP, protobuf), without "/v1/…"; null for nowhere.</param>
internal sealed record TelemetrySettings(bool ServesMetrics, Uri? Collector)
{
    public bool IsOn => ServesMetrics || Collector is not null;

    /// <returns>The settings, with a sentence for each that is wrong.</returns>
    public static (TelemetrySettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration configuration)
    {
        var (metrics, collector, mistakes) = (configuration["Telemetry:Metrics"] ?? "", configuration["Telemetry:Collector"] ?? "", new List<string>());
        if (metrics.Length > 0 && !bool.TryParse(metrics, out _))
            mistakes.Add($"Telemetry:Metrics is '{metrics}'. Write true or false.");
        if (collector.Length > 0 && !IsWeb(collector))
            mistakes.Add($"Telemetry:Collector is '{collector}', which is no address. Write one such as http://127.0.0.1:4318, or nothing.");

        return (new(bool.TryParse(metrics, out var serves) && serves, IsWeb(collector) ? new Uri(collector) : null), mistakes);
    }

    private static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
