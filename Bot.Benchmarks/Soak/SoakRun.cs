using System.Globalization;
using PolicyBot.Benchmarks.Lasting;
using PolicyBot.Benchmarks.Speed;
using PolicyBot.Benchmarks.WholeRound;
using PolicyBot.Storage;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Benchmarks.Soak;

/// <summary>
/// Two replicas on PostgreSQL for a long time, under everything at once: questions, walk-throughs, what the manager looks at, a
/// review that is put off and decided, and a round in which people confirm. In the middle each is stopped and started again, one after the other.
/// </summary>
internal sealed class SoakRun(int minutes, int perSecond)
{
    private const int Staff = 300, Confirming = 200;

    /// <summary>How much more memory a replica may hold at the end than when it was warm.</summary>
    private const double Tolerated = 1.15;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly List<(int Minute, int Replica, long Memory)> _memory = [];

    /// <returns>0 where nothing failed, everybody confirmed, and memory stayed as it was.</returns>
    public async Task<int> RunAsync()
    {
        var trust = new Trust(Staff);
        await using var channel = await FakeTeams.StartAsync();
        channel.KeepsCalls = false;
        using var database = new ServedDatabase("Postgres");
        using var databases = database.Open();
        await databases.PrepareAsync();
        using var school = new SchoolAfternoon([.. database.Arguments, "--Outbox:PerSecond=20", $"--Outbox:ServiceUrl={channel.PlainServiceUrl}", $"--Manager:EntraId={Talkers.Manager}"]);
        using var one = school.Serve();
        using var two = school.Serve();
        ServerProcess[] replicas = [one, two];
        await trust.InstallAsync(channel, new ReferenceStore(databases, school.Clock));
        foreach (var replica in replicas)
            await replica.UntilItAnswersAsync(Replica.TypingFrom(channel));

        using var confirming = new ConfirmingStaff(channel, trust.Some(Confirming), replicas);
        using var talkers = new Talkers(channel.PlainServiceUrl, replicas, perSecond);
        using var reviewer = new Reviewer(channel.PlainServiceUrl, replicas);
        using var stop = new CancellationTokenSource();
        var running = Task.WhenAll(confirming.RunAsync(stop.Token), talkers.RunAsync(stop.Token), reviewer.RunAsync(stop.Token));
        await school.CommandAsync("roster", "import", school.Write("people.csv", trust.Csv));
        await school.CommandAsync("round", "start");
        for (var minute = 1; minute <= minutes; minute++)
        {
            await Task.Delay(Minute);
            if (minute == minutes / 2)
                await RestartAsync(replicas, channel);
            Look(minute, replicas, talkers);
        }

        await stop.CancelAsync();
        await running;
        var isDecided = await reviewer.DecideAsync();
        Console.WriteLine($"a review was put off {reviewer.PutOff} times, {reviewer.Failed} failed; in the end it was {(isDecided ? "" : "not ")}decided");
        return Verdict(talkers, confirming) + (isDecided && reviewer.Failed == 0 ? 0 : 1);
    }

    private static async Task RestartAsync(ServerProcess[] replicas, FakeTeams channel)
    {
        foreach (var replica in replicas)
        {
            replica.Terminate();
            replica.StartAgain();
            await replica.UntilItAnswersAsync(Replica.TypingFrom(channel));
        }

        Console.WriteLine("both replicas were stopped and started again, one after the other");
    }

    private void Look(int minute, ServerProcess[] replicas, Talkers talkers)
    {
        for (var i = 0; i < replicas.Length; i++)
            _memory.Add((minute, i, replicas[i].Memory));

        var held = _memory.TakeLast(replicas.Length).Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Memory >> 20} MB"));
        Console.WriteLine($"minute {minute}: {talkers.Count:N0} turns, {talkers.Failed} failed, {talkers.Elsewhere} went to the other replica; {string.Join(", ", held)}");
    }

    private int Verdict(Talkers talkers, ConfirmingStaff confirming)
    {
        var times = talkers.Milliseconds.Order().ToList();
        var growth = Enumerable.Range(0, 2).Max(Growth);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{times.Count:N0} turns, half within {times[times.Count / 2]:0.0} ms, 99 of 100 within {times[(int)(times.Count * .99)]:0.0} ms, the slowest {times[^1]:0} ms; {talkers.Failed} failed; "
            + $"{confirming.Confirmed} of {confirming.People.Count} confirmed; memory at the end is {growth:0.00} of what it was when warm"));
        return talkers.Failed == 0 && confirming.Confirmed == confirming.People.Count && growth <= Tolerated ? 0 : 1;
    }

    /// <summary>Of the second process of each, which ran until the end: the last quarter of its minutes against the second.</summary>
    private double Growth(int replica)
    {
        var held = _memory.Where(each => each.Replica == replica && each.Minute > minutes / 2).Select(each => (double)each.Memory).ToList();
        var quarter = Math.Max(held.Count / 4, 1);
        return held.TakeLast(quarter).Average() / held.Skip(Math.Min(quarter, held.Count - 1)).Take(quarter).Average();
    }
}
