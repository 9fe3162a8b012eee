using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Benchmarks.Lasting;
using PolicyBot.Commands;
using PolicyBot.Policies;
using PolicyBot.Storage;
using PolicyBot.Teams.Rounds;
using PolicyBot.Tests;
using PolicyBot.Tests.Acknowledgements;
using PolicyBot.Turns;

namespace PolicyBot.Benchmarks.Year;

/// <summary>
/// A school year of one round after another, with the product's own rounds, register, outbox and database; only the network
/// and the people are simulated. Whether everybody is in exactly one state, nothing was sent outside school time, and no step
/// of the ladder was lost.
/// </summary>
internal sealed class YearRun(int people, string provider)
{
    public const string Manager = "99999999-8888-4777-8666-555555555555";

    private static readonly DateTimeOffset Start = Calendars.At("2026-09-03 07:00"), Second = Calendars.At("2027-01-11 07:00"), End = Calendars.At("2027-07-20 18:00");

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30), Night = TimeSpan.FromHours(2), Morning = TimeSpan.FromHours(5);

    private readonly SimulatedStaff _staff = new(people);
    private readonly ManualClock _clock = new(Start);
    private readonly Dictionary<string, (int Times, TimeSpan All, TimeSpan Longest)> _took = [];

    public async Task<int> RunAsync()
    {
        using var database = new ServedDatabase(provider);
        await using var app = Program.Build(["--environment=Development", "--Logging:LogLevel:Default=Warning", $"--Manager:EntraId={Manager}", "--Outbox:PerConversation=none", .. database.Arguments], new StartMistakes(),
            services => services.AddSingleton<TimeProvider>(_clock).AddSingleton(Calendars.Year));
        var services = app.Services;
        var teams = new SimulatedTeams(services.GetRequiredService<IOutboxStore>(), services.GetRequiredService<IRecordStore>(), _staff, Calendars.Year);
        await services.GetRequiredService<Databases>().PrepareAsync();
        var time = Stopwatch.StartNew();
        await services.GetRequiredService<IRosterBook>().BringInAsync(_staff.Roster, Start, CancellationToken.None);
        Console.WriteLine($"{provider}: {people:N0} people brought in after {time.Elapsed.TotalSeconds:0.0} s");

        var first = await RoundAsync(services, teams, Second, time);
        var second = await RoundAsync(services, teams, End, time);
        var isFirst = await JudgeAsync(services, first, "first");
        var isSecond = await JudgeAsync(services, second, "second");
        foreach (var (what, (times, all, longest)) in _took)
            Console.WriteLine($"{what}: {times:N0} times, {all.TotalSeconds:0} s in all, {longest.TotalSeconds:0.00} s at most");
        return await VerdictAsync(services, teams, time) && isFirst && isSecond ? 0 : 1;
    }

    /// <summary>One round, until a time.</summary>
    private async Task<Round> RoundAsync(IServiceProvider services, SimulatedTeams teams, DateTimeOffset until, Stopwatch time)
    {
        var (desk, intake, work) = (services.GetRequiredService<RoundDesk>(), services.GetRequiredService<RoundIntake>(), services.GetServices<IScheduledWork>());
        var round = await desk.StartAsync(desk.PolicyOf(null)!, "Sam", Round.ByHand, null, CancellationToken.None);
        Console.WriteLine($"a round started after {time.Elapsed.TotalSeconds:0.0} s");
        while (_clock.GetUtcNow() < until)
        {
            _clock.Advance(Step);
            var now = _clock.GetUtcNow();
            if (now.TimeOfDay == Night)
                await TimedAsync("clean-up", () => work.OfType<CleanUp>().Single().RunAsync(CancellationToken.None));
            if (now.TimeOfDay == Morning)
                await TimedAsync("intake", () => intake.RunAsync(CancellationToken.None));
            await TimedAsync("round", () => work.OfType<RoundWork>().Single().RunAsync(CancellationToken.None));
            await TimedAsync("channel and people", () => teams.DeliverAsync(round, now));
            if (now is { Day: 1, TimeOfDay.Ticks: 0 })
                Console.WriteLine($"until {SchoolTime.Written(now)}: {teams.Delivered:N0} delivered, {teams.Refused:N0} refused, after {time.Elapsed.TotalSeconds:0} s");
        }

        return round;
    }

    private async Task TimedAsync(string what, Func<Task> work)
    {
        var begin = Stopwatch.GetTimestamp();
        await work();
        var (times, all, longest) = _took.GetValueOrDefault(what);
        var took = Stopwatch.GetElapsedTime(begin);
        _took[what] = (times + 1, all + took, took > longest ? took : longest);
    }

    private async Task<bool> JudgeAsync(IServiceProvider services, Round round, string name)
    {
        var members = await services.GetRequiredService<IRoundBook>().MembersAsync(round.Id, CancellationToken.None);
        var steps = new LadderSettings().Steps().Take(60).ToList();
        var lost = members.Count(member => !member.Sent.Select(sent => sent.Step).SequenceEqual(steps.Take(member.Sent.Count)));
        var expected = _staff.People.Count(person => (person.Starts ?? DateOnly.MinValue) <= SchoolTime.DayOf(_clock.GetUtcNow()) && !(person.Ends < SchoolTime.DayOf(round.StartedAt)));
        Console.WriteLine($"{name} round: {string.Join(", ", members.CountBy(member => member.State).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value:N0}"))}; "
            + $"{members.Count:N0} people, each once: {members.DistinctBy(member => member.Person).Count() == members.Count}; ladders with a step lost {lost}");
        return lost == 0 && (name == "first" || members.Count == expected);
    }

    private static async Task<bool> VerdictAsync(IServiceProvider services, SimulatedTeams teams, Stopwatch time)
    {
        var (check, kinds) = (new ChainCheck(), new Dictionary<string, int>());
        check.End(await services.GetRequiredService<IRegister>().ReadAsync(entry =>
        {
            check.Take(entry);
            kinds[entry.Kind] = kinds.GetValueOrDefault(entry.Kind) + 1;
        }, CancellationToken.None));
        Console.WriteLine($"register: {check.Head.Count:N0} entries, {check.Faults.Count} faults ({string.Join(", ", kinds.OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Value:N0}"))})");
        Console.WriteLine($"outside school time {teams.OutsideSchoolTime}; to the manager {teams.ToManager}; {time.Elapsed.TotalSeconds:0} s in all, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most");
        return check.Faults.Count == 0 && teams.OutsideSchoolTime == 0;
    }
}
