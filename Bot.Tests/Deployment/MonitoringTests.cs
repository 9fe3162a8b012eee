using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.Tests.Rooms;

namespace PolicyBot.Tests.Deployment;

/// <summary>The dashboard and the alerts ask for what the bot measures, under the names it has in Prometheus.</summary>
public sealed partial class MonitoringTests
{
    private static readonly string Folder = Path.Combine(RoomOrder.SourceFolder, "..", "Deployment", "monitoring");

    [Theory]
    [InlineData("dashboard.json")]
    [InlineData("alerts.yaml")]
    public void What_is_asked_for_is_measured(string file)
    {
        var measured = Measured();

        var asked = Own().Matches(File.ReadAllText(Path.Combine(Folder, file))).Select(match => match.Value).Distinct().ToList();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(measured));
    }

    [Fact]
    public void What_is_measured_is_on_the_dashboard_and_explained()
    {
        var (dashboard, explained) = (File.ReadAllText(Path.Combine(Folder, "dashboard.json")), File.ReadAllText(Path.Combine(Folder, "..", "..", "docs", "operations.md")));

        foreach (var name in Measured().Where(name => !name.EndsWith("_bucket", StringComparison.Ordinal)))
        {
            Assert.Contains(name, dashboard, StringComparison.Ordinal);
            Assert.Contains(name.Replace("_count", "", StringComparison.Ordinal), explained, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_dashboard_is_one_that_Grafana_reads()
    {
        var panels = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "dashboard.json"))).RootElement.GetProperty("panels").EnumerateArray().ToList();

        Assert.Equal(panels.Count, panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.All(panels, panel => Assert.NotEqual(0, panel.GetProperty("targets").GetArrayLength()));
    }

    private static List<string> Measured()
    {
        var instruments = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => instruments.Add(instrument) };
        PolicyBot.Telemetry.Measures.RoundMessages("", 0); // The meter comes into being with its first use.
        listener.Start();
        return [.. instruments.Where(instrument => instrument.Meter.Name == PolicyBot.Telemetry.Measures.Name).SelectMany(Names).Distinct()];
    }

    private static IEnumerable<string> Names(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "");
        return instrument switch
        {
            Histogram<double> => [$"{name}_bucket", $"{name}_count"],
            Counter<long> => [$"{name}_total"],
            _ => [name],
        };
    }

    [GeneratedRegex("policybot_[a-z_]+")]
    private static partial Regex Own();
}
