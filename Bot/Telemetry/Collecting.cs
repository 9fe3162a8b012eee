using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PolicyBot.Telemetry;

/// <summary>While the bot runs, its metrics are kept for /metrics, and they and its traces are sent to a collector.</summary>
internal sealed class Collecting(TelemetrySettings settings) : IHostedService, IDisposable
{
    private static readonly string[]
        Meters = [Measures.Name, "Microsoft.AspNetCore.Hosting", "System.Net.Http", "System.Runtime"],
        Sources = [Measures.Name, "Microsoft.AspNetCore", "System.Net.Http"];

    private PrometheusText? _text;
    private BaseExportingMetricReader? _reader;
    private MeterProvider? _meters;
    private TracerProvider? _traces;

    /// <returns>The metrics as text; null where they are not kept.</returns>
    public string? Read() => _reader is { } reader ? _text?.Collect(reader) : null;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.IsOn)
            Begin();

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What is not sent yet is sent now.</summary>
    public void Dispose()
    {
        _reader = null;
        _meters?.Dispose();
        _traces?.Dispose();
        _text?.Dispose();
    }

    private void Begin()
    {
        var who = ResourceBuilder.CreateDefault().AddService("policybot", serviceVersion: typeof(Collecting).Assembly.GetName().Version?.ToString(3));
        _meters = MetersOf(who);
        if (settings.Collector is { } collector)
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(who).AddSource(Sources)
                .AddProcessor(new WithoutPaths()).AddOtlpExporter(otlp => To(collector, "traces", otlp)).Build();
    }

    private MeterProvider MetersOf(ResourceBuilder who)
    {
        var builder = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(who).AddMeter(Meters);
        if (settings.ServesMetrics)
            builder.AddReader(_reader = new BaseExportingMetricReader(_text = new PrometheusText()));
        if (settings.Collector is { } collector)
            builder.AddOtlpExporter(otlp => To(collector, "metrics", otlp));

        return builder.Build();
    }

    private static void To(Uri collector, string what, OtlpExporterOptions otlp) =>
        (otlp.Protocol, otlp.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/v1/{what}"));
}
