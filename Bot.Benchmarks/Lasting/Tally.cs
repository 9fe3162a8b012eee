using System.Diagnostics;
using System.Globalization;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Turns;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>What was taken, held against what the channel was given: "number text", the number being the count in the state.</summary>
/// <param name="ToldBoth">Told that it may not be kept, and then told its number: the commit's answer was lost, the commit was not.</param>
internal sealed record Tally(int Taken, int Counted, int NotKept, int ToldBoth, int Missing, int CountedTwice, int Gaps, int SentTwice)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public bool IsWhole => Missing == 0 && CountedTwice == 0 && Gaps == 0;

    public static Tally Of(IReadOnlyDictionary<string, string> taken, Deliveries delivered)
    {
        var all = delivered.All;
        var replies = all.Where(delivery => delivery.Text != CountingBot.NotKept)
            .Select(delivery => (delivery.ConversationId, Number: NumberIn(delivery.Text!), Heard: delivery.ReplyTo!)).ToList();
        var distinct = replies.Distinct().ToList();
        var counted = distinct.Select(each => each.Heard).ToHashSet();
        var told = all.Where(delivery => delivery.Text == CountingBot.NotKept).Select(delivery => delivery.ReplyTo!).ToHashSet();
        return new(taken.Count, counted.Count, told.Count, told.Count(counted.Contains),
            taken.Keys.Count(text => !counted.Contains(text) && !told.Contains(text)),
            distinct.Count - counted.Count,
            distinct.GroupBy(each => each.ConversationId).Sum(each => each.Max(reply => reply.Number) - each.Select(reply => reply.Number).Distinct().Count()),
            replies.Count - distinct.Count);
    }

    /// <summary>Once the last turn is over, what it promised may still wait for its lease of 20 s and a try after it.</summary>
    public static async Task<(Tally Tally, TimeSpan Took)> WhenWholeAsync(IReadOnlyDictionary<string, string> taken, Deliveries delivered)
    {
        var clock = Stopwatch.StartNew();
        var tally = Of(taken, delivered);
        await Lookout.UntilAsync(() => Task.FromResult((tally = Of(taken, delivered)).IsWhole), TimeSpan.FromSeconds(1), Patience);
        return (tally, clock.Elapsed);
    }

    public override string ToString() =>
        $"taken {Taken:N0}; counted and answered {Counted:N0}; told that it may not be kept {NotKept:N0} (and kept after all {ToldBoth}); missing {Missing}; "
        + $"counted twice {CountedTwice}; numbers nobody was told {Gaps}; messages sent twice {SentTwice}";

    private static int NumberIn(string reply) => int.Parse(reply[..reply.IndexOf(' ')], CultureInfo.InvariantCulture);
}
