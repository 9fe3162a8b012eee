using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PolicyBot.Telemetry;

/// <summary>
/// What the bot counts and measures of itself, under names as OpenTelemetry has them; never who, and never a word of a message.
/// "General semantic conventions for metrics", OpenTelemetry.
/// </summary>
internal static class Measures
{
    /// <summary>The meter, by which a collector asks for all of them.</summary>
    public const string Name = "PolicyBot";

    private static readonly Meter Meter = new(Name);

    private static readonly ActivitySource Spans = new(Name);

    private static readonly Histogram<double> TurnTimes = Meter.CreateHistogram(
        "policybot.turn.duration", "s", "How long the bot took over an activity.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10] });

    private static readonly Counter<long>
        Given = Meter.CreateCounter<long>("policybot.answers", "{answer}", "Answers given, by what they came to."),
        Sent = Meter.CreateCounter<long>("policybot.outbox.messages", "{message}", "Promised messages tried, by what became of them."),
        Asked = Meter.CreateCounter<long>("policybot.round.messages", "{message}", "Requests and reminders of rounds that were promised."),
        Errands = Meter.CreateCounter<long>("policybot.errands", "{errand}", "Calls of Microsoft Graph for somebody, by kind and by what became of them.");

    private static readonly Gauge<double> Lag = Meter.CreateGauge<double>("policybot.outbox.lag", "s", "How long the message that waited longest could have been sent already.");

    private static readonly Gauge<int> People = Meter.CreateGauge<int>("policybot.round.people", "{person}", "How many people of a running round are where.");

    /// <returns>What the calls of a turn hang on, in a trace; null where nobody collects any.</returns>
    public static Activity? BeginTurn(string type) => Spans.StartActivity($"turn {type}");

    /// <param name="type">Of the activity.</param>
    public static void Turn(string type, bool isFailed, TimeSpan took) => TurnTimes.Record(took.TotalSeconds, new("type", type), new("failed", isFailed));

    /// <param name="outcome">"forbidden", "not covered".</param>
    public static void Answer(string outcome) => Given.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <param name="outcome">"Delivered", "Undeliverable", "TryAgain".</param>
    public static void OutboxMessage(string outcome) => Sent.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void OutboxLag(TimeSpan lag) => Lag.Record(lag.TotalSeconds);

    public static void RoundMessages(string policy, int messages) => Asked.Add(messages, new KeyValuePair<string, object?>("policy", policy));

    public static void RoundPeople(string policy, string state, int people) => People.Record(people, new("policy", policy), new("state", state));

    public static void Errand(string kind, string outcome) => Errands.Add(1, new("kind", kind), new("outcome", outcome));
}
