using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Moq;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Teams;
using PolicyBot.Telemetry;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Teams;

public sealed class GaugesTests
{
    private const string Policy = "measured-here-alone";

    [Fact]
    public async Task Where_nobody_is_any_more_and_where_no_round_runs_nobody_is_shown()
    {
        var shown = new ConcurrentDictionary<string, int>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "policybot.round.people")
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, people, tags, _) =>
        {
            if (tags[0].Value is Policy)
                shown[$"{tags[1].Value}"] = people;
        });
        listener.Start();
        var round = new Round("r", Policy, "v", ManualClock.Start, "Sam", "chat");
        var (open, rounds) = (new RoundCount(5, 5, 5, new Dictionary<MemberState, int> { [MemberState.Open] = 5 }), new Mock<IRoundBook>());
        rounds.Setup(book => book.RoundsAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => [round]);
        rounds.Setup(book => book.CountAsync("r", It.IsAny<CancellationToken>())).ReturnsAsync(() => open);
        using var gauges = new Gauges(Mock.Of<IOutboxStore>(), rounds.Object, new TelemetrySettings(true, null), new ManualClock(ManualClock.Start));

        await gauges.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(5, shown["Open"]);

        open = open with { States = new Dictionary<MemberState, int> { [MemberState.Acknowledged] = 5 } };
        await gauges.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, 5), (shown["Open"], shown["Acknowledged"]));

        round = round with { State = RoundState.Stopped };
        await gauges.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (shown["Open"], shown["Acknowledged"]));
    }
}
