using System.Diagnostics;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>Stops PostgreSQL under load and starts it again; nobody restarts the bot.</summary>
internal static class OutageRun
{
    private const int Writers = 16, Conversations = 60;

    public static async Task<int> RunAsync(int seconds)
    {
        await using var channel = await FakeTeams.StartAsync();
        channel.KeepsCalls = false;
        using var database = new ServedDatabase("Postgres");
        string[] settings = [.. database.Arguments, "--Outbox:PerSecond=0", "--Outbox:PerConversation=none"];
        using var one = Replica.Start(settings);
        using var two = Replica.Start(settings);
        using var stop = new CancellationTokenSource();
        using var load = new CountedLoad(channel.PlainServiceUrl, [one, two], Writers, Conversations);
        await Task.WhenAll(one.UntilItAnswersAsync(Replica.Typing), two.UntilItAnswersAsync(Replica.Typing));
        var running = load.RunAsync(stop.Token);
        await Task.Delay(TimeSpan.FromSeconds(10));
        Console.WriteLine($"{load.Taken.Count:N0} messages taken; PostgreSQL stops for {seconds} s");
        database.Server!.Stop("immediate");
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        var clock = Stopwatch.StartNew();
        database.Server.Start();
        Console.WriteLine($"PostgreSQL is back after {clock.Elapsed.TotalSeconds:0.0} s of starting");
        await Task.Delay(TimeSpan.FromSeconds(15));
        await stop.CancelAsync();
        await running;
        return await VerdictAsync(load, channel);
    }

    private static async Task<int> VerdictAsync(CountedLoad load, FakeTeams channel)
    {
        foreach (var second in load.Answers.GroupBy(each => each.Key.Second / 5).OrderBy(each => each.Key))
            Console.WriteLine($"second {second.Key * 5,3}: {string.Join(", ", second.GroupBy(each => each.Key.Status).OrderBy(each => each.Key).Select(each => $"{each.Key}: {each.Sum(pair => pair.Value):N0}"))}");

        var (tally, _) = await Tally.WhenWholeAsync(load.Taken, channel.Delivered);
        var failed = load.Answers.Where(each => each.Key.Status is 0 or >= 500).Sum(each => each.Value);
        var slowest = load.Milliseconds.DefaultIfEmpty().Max();
        Console.WriteLine($"{tally}\nanswers that were no 200: {failed}; the slowest took {slowest / 1000:0.0} s");
        return tally.IsWhole && failed == 0 ? 0 : 1;
    }
}
