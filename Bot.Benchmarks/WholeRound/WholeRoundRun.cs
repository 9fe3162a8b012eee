using System.Diagnostics;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Benchmarks.Lasting;
using PolicyBot.Benchmarks.Speed;
using PolicyBot.Storage;
using PolicyBot.Tests.Channel;
using PolicyBot.Turns;

namespace PolicyBot.Benchmarks.WholeRound;

/// <summary>
/// A round as a trust would have it: the roster brought in and the round started on the command line, sent by two replicas on
/// PostgreSQL under the channel's limits, while some confirm; one replica may be killed half way. Then everybody is accounted for.
/// </summary>
internal sealed class WholeRoundRun(int staff, int perSecond, bool killsOne)
{
    private const int MostConfirming = 300;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1), AfterIdeal = TimeSpan.FromMinutes(6);

    private readonly Trust _trust = new(staff);

    private TimeSpan Ideal => TimeSpan.FromSeconds(perSecond > 0 ? (double)staff / perSecond : 0);

    public async Task<int> RunAsync()
    {
        await using var channel = await FakeTeams.StartAsync();
        channel.KeepsCalls = false;
        channel.Limits = perSecond > 0 ? TeamsLimits.AsTeams with { App = [new RateLimit(perSecond, 1)] } : TeamsLimits.None;
        using var database = new ServedDatabase("Postgres");
        using var databases = database.Open();
        await databases.PrepareAsync();
        var clock = Stopwatch.StartNew();
        using var school = new SchoolAfternoon([.. database.Arguments, $"--Outbox:PerSecond={perSecond}", $"--Outbox:ServiceUrl={channel.PlainServiceUrl}"]);
        using var one = school.Serve();
        using var two = school.Serve();
        await _trust.InstallAsync(channel, new ReferenceStore(databases, school.Clock));
        await Task.WhenAll(one.UntilItAnswersAsync(Replica.TypingFrom(channel)), two.UntilItAnswersAsync(Replica.TypingFrom(channel)));
        Console.WriteLine($"{staff:N0} staff and two replicas are there after {clock.Elapsed.TotalSeconds:0.0} s");

        using var confirming = new ConfirmingStaff(channel, _trust.Some(MostConfirming), [one, two]);
        using var stop = new CancellationTokenSource();
        var pressing = confirming.RunAsync(stop.Token);
        await school.CommandAsync("roster", "import", school.Write("people.csv", _trust.Csv));
        await school.CommandAsync("round", "start");
        await channel.Delivered.UntilAsync(_trust.Reachable.Count / 2).WaitAsync(Ideal + AfterIdeal);
        var first = $"{Figures(one)}{(killsOne ? " until it was killed half way" : "")}";
        if (killsOne)
            one.Kill();

        var isDone = await Lookout.UntilAsync(async () => confirming.Confirmed == confirming.People.Count && await IsOverAsync(databases), BetweenLooks, Ideal + AfterIdeal);
        await stop.CancelAsync();
        await pressing;
        Console.WriteLine($"{(isDone ? "all is done" : "NOT all is done")} {clock.Elapsed.TotalSeconds:0} s after the beginning");
        var isRight = await new RoundVerdict(_trust, channel, confirming, databases).PrintAsync(Ideal);
        Console.WriteLine($"replicas: {(killsOne ? first : Figures(one))}; {Figures(two)}");
        return isDone && isRight && !two.HasEnded ? 0 : 1;
    }

    /// <summary>What the one killed had sent and not written down comes again when its lease ends.</summary>
    private static async Task<bool> IsOverAsync(Databases databases)
    {
        var book = new RoundBook(databases);
        var count = await book.CountAsync((await book.RoundsAsync(CancellationToken.None)).Single().Id, CancellationToken.None);
        return count.Delivered + count.Of(MemberState.NotReachable) == count.People
            && (await new OutboxStore(databases, new OutboxSettings()).ProgressAsync(CancellationToken.None)).All(each => each.Waiting == 0);
    }

    private static string Figures(ServerProcess replica) => replica.HasEnded ? "ended by itself" : $"{replica.ProcessorTime.TotalSeconds:0.0} s of processor, {replica.PeakMemory >> 20} MB at most";
}
