using PolicyBot.Tests.Channel;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>Kills the bot at random moments while people write to it, and counts what is missing, doubled, or sent twice.</summary>
internal static class KillRun
{
    private const int Writers = 24, Conversations = 60;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10), Patience = TimeSpan.FromMinutes(1);

    /// <param name="gently">SIGTERM instead of SIGKILL.</param>
    public static async Task<int> RunAsync(int kills, string provider, bool gently)
    {
        await using var channel = await FakeTeams.StartAsync();
        channel.KeepsCalls = false;
        using var database = new ServedDatabase(provider);
        using var bot = Replica.Start([.. database.Arguments, "--Outbox:PerSecond=0", "--Outbox:PerConversation=none"]);
        using var stop = new CancellationTokenSource();
        using var load = new CountedLoad(channel.PlainServiceUrl, [bot], Writers, Conversations);
        var running = load.RunAsync(stop.Token);
        var random = new Random(1);
        for (var kill = 1; kill <= kills; kill++)
        {
            // Every third may be hit while it still starts; the others are at work.
            if (kill % 3 != 0 && load.Taken.Count is var before && !await Lookout.UntilAsync(() => Task.FromResult(load.Taken.Count > before), BetweenLooks, Patience))
                throw new TimeoutException("The bot takes no message.");

            await Task.Delay(TimeSpan.FromSeconds(.1 + 2.5 * random.NextDouble()));
            if (gently)
                bot.Terminate();
            else
                bot.Kill();
            bot.StartAgain();
            if (kill % 10 == 0 || kill == kills)
                Console.WriteLine($"{kill} times ended and started again, {load.Taken.Count:N0} messages taken");
        }

        await Task.Delay(TimeSpan.FromSeconds(5));
        await stop.CancelAsync();
        await running;
        var (tally, took) = await Tally.WhenWholeAsync(load.Taken, channel.Delivered);
        Console.WriteLine($"{provider}: {tally}; all there {took.TotalSeconds:0} s after the last");
        return tally.IsWhole ? 0 : 1;
    }
}
