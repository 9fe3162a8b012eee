using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace PolicyBot.Telemetry;

/// <summary>Metrics as Prometheus reads them. "Exposition formats", Prometheus documentation; "Prometheus and OpenMetrics compatibility", OpenTelemetry.</summary>
internal sealed class PrometheusText : BaseExporter<Metric>
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly Dictionary<string, string> Units = new() { ["s"] = "_seconds", ["By"] = "_bytes", ["%"] = "_percent" };

    private readonly Lock _gate = new();
    private StringBuilder _text = new();

    /// <returns>All as they stand now.</returns>
    public string Collect(BaseExportingMetricReader reader)
    {
        lock (_gate)
        {
            _text = new StringBuilder();
            reader.Collect();
            return _text.ToString();
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
            Write(metric);

        return ExportResult.Success;
    }

    private void Write(Metric metric)
    {
        var (name, kind) = (NameOf(metric), metric.MetricType switch
        {
            MetricType.Histogram => "histogram",
            MetricType.LongSum or MetricType.DoubleSum => "counter",
            _ => "gauge",
        });
        _text.Append($"# HELP {name} {Escaped(metric.Description)}\n# TYPE {name} {kind}\n");
        foreach (ref readonly var point in metric.GetMetricPoints())
            Write(name, metric.MetricType, point);
    }

    private void Write(string name, MetricType type, in MetricPoint point)
    {
        var labels = LabelsOf(point);
        if (type is MetricType.Histogram)
            WriteHistogram(name, labels, point);
        else
            Line(name, labels, type switch
            {
                MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
                MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
                MetricType.LongGauge => point.GetGaugeLastValueLong(),
                _ => point.GetGaugeLastValueDouble(),
            });
    }

    /// <summary>A bucket holds all that are at most as long, those of the ones before it too.</summary>
    private void WriteHistogram(string name, string labels, in MetricPoint point)
    {
        var total = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
            Line($"{name}_bucket", Joined(labels, $"le=\"{Number(bucket.ExplicitBound)}\""), total += bucket.BucketCount);

        Line($"{name}_sum", labels, point.GetHistogramSum());
        Line($"{name}_count", labels, point.GetHistogramCount());
    }

    private void Line(string name, string labels, double value) => _text.Append(name).Append(labels.Length > 0 ? $"{{{labels}}}" : "").Append(' ').Append(Number(value)).Append('\n');

    private static string LabelsOf(in MetricPoint point)
    {
        var labels = "";
        foreach (var tag in point.Tags)
            labels = Joined(labels, $"{Plain(tag.Key)}=\"{Escaped($"{tag.Value}").Replace("\"", "\\\"", StringComparison.Ordinal)}\"");

        return labels;
    }

    private static string NameOf(Metric metric)
    {
        var name = Plain(metric.Name) + Units.GetValueOrDefault(metric.Unit ?? "", "");
        return metric.MetricType is MetricType.LongSum or MetricType.DoubleSum ? $"{name}_total" : name;
    }

    private static string Joined(string labels, string label) => labels.Length > 0 ? $"{labels},{label}" : label;

    private static string Plain(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static string Escaped(string? text) => (text ?? "").Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "+Inf" : value.ToString(CultureInfo.InvariantCulture);
}
