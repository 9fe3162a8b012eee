using System.Diagnostics;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Benchmarks.Lasting;
using PolicyBot.Policies;
using PolicyBot.Storage;
using PolicyBot.Teams.Rounds;
using PolicyBot.Teams.Texts;
using PolicyBot.Tests;
using PolicyBot.Tests.Acknowledgements;

namespace PolicyBot.Benchmarks.Year;

/// <summary>
/// A school year with the product's own rounds, register, outbox and database; only the network and the people are simulated. A round begins
/// in September; in October a letter of the policy is put right; in January its meaning changes, and a second round begins. Whether everybody
/// is in exactly one state, nothing was sent outside school time, no step of the ladder was lost, and no signature to a slip of the pen.
/// </summary>
internal sealed class YearRun(int people, string provider)
{
    public const string Manager = "99999999-8888-4777-8666-555555555555";

    private const string Text = "could offend other members of staff", Slip = "could offend other member of staff", Other = "could offend or embarrass other members of staff";

    private static readonly DateTimeOffset Start = Calendars.At("2026-09-03 07:00"), Corrected = Calendars.At("2026-10-12 07:00"), Changed = Calendars.At("2027-01-11 07:00"), End = Calendars.At("2027-07-20 18:00");

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30), Night = TimeSpan.FromHours(2), Morning = TimeSpan.FromHours(5);

    private readonly SimulatedStaff _staff = new(people);
    private readonly ManualClock _clock = new(Start);
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly Dictionary<string, (int Times, TimeSpan All, TimeSpan Longest)> _took = [];
    private readonly List<SimulatedTeams> _teams = [];

    public async Task<int> RunAsync()
    {
        using var database = new ServedDatabase(provider);
        await using var autumn = SchoolBot.Start(database, _clock);
        await autumn.Get<Databases>().PrepareAsync();
        await autumn.Get<IRosterBook>().BringInAsync(_staff.Roster, Start, CancellationToken.None);
        await autumn.WorkAsync<TextWatch>();
        Console.WriteLine($"{provider}: {people:N0} people brought in after {_time.Elapsed.TotalSeconds:0.0} s");
        var first = (await autumn.Get<RoundDesk>().StartAsync(autumn.Policy, "Sam", Round.ByHand, null, CancellationToken.None))!;
        await UntilAsync(Corrected, autumn, first);

        await using var winter = SchoolBot.Start(database, _clock, autumn, Text, Slip);
        var before = await ReportAsync(autumn);
        await winter.SettleAsync(isCorrection: true, "a letter was lost", _clock.GetUtcNow());
        var isNothingVoided = (await ReportAsync(winter)).CountOf(PersonState.Acknowledged) == before.CountOf(PersonState.Acknowledged);
        Console.WriteLine($"a letter is put right: {before.CountOf(PersonState.Acknowledged):N0} had confirmed, and still have: {isNothingVoided}");
        await UntilAsync(Changed, winter, first);
        var isFirst = await JudgeAsync(winter, first, "first");

        await using var summer = SchoolBot.Start(database, _clock, winter, Slip, Other);
        await summer.SettleAsync(isCorrection: false, "after the complaint", _clock.GetUtcNow());
        var second = (await summer.Get<IRoundBook>().RoundsAsync(CancellationToken.None))[0];
        await UntilAsync(End, summer, second);
        var isSecond = await JudgeAsync(summer, second, "second");
        foreach (var (what, (times, all, longest)) in _took)
            Console.WriteLine($"{what}: {times:N0} times, {all.TotalSeconds:0} s in all, {longest.TotalSeconds:0.00} s at most");
        return await VerdictAsync(summer) && isNothingVoided && isFirst && isSecond ? 0 : 1;
    }

    private async Task UntilAsync(DateTimeOffset until, SchoolBot bot, Round round)
    {
        var teams = new SimulatedTeams(bot, _staff, Calendars.Year);
        _teams.Add(teams);
        while (_clock.GetUtcNow() < until)
        {
            _clock.Advance(Step);
            var now = _clock.GetUtcNow();
            if (now.TimeOfDay == Night)
                await TimedAsync("clean-up", bot.WorkAsync<CleanUp>);
            if (now.TimeOfDay == Morning)
                await TimedAsync("intake", bot.WorkAsync<RoundIntake>);
            await TimedAsync("round", bot.WorkAsync<RoundWork>);
            await TimedAsync("channel and people", () => teams.DeliverAsync(round, now));
            if (now is { Day: 1, TimeOfDay.Ticks: 0 } || now >= until)
                Console.WriteLine($"until {SchoolTime.Written(now)}: {_teams.Sum(each => each.Delivered):N0} delivered, {_teams.Sum(each => each.Refused):N0} refused, after {_time.Elapsed.TotalSeconds:0} s");
        }
    }

    private Task<PolicyReport> ReportAsync(SchoolBot bot) =>
        bot.Get<PolicyReports>().OfAsync(bot.Policy, SchoolTime.Today(_clock), _clock.GetUtcNow(), CancellationToken.None);

    private async Task TimedAsync(string what, Func<Task> work)
    {
        var begin = Stopwatch.GetTimestamp();
        await work();
        var (times, all, longest) = _took.GetValueOrDefault(what);
        var took = Stopwatch.GetElapsedTime(begin);
        _took[what] = (times + 1, all + took, took > longest ? took : longest);
    }

    private async Task<bool> JudgeAsync(SchoolBot bot, Round round, string name)
    {
        var members = await bot.Get<IRoundBook>().MembersAsync(round.Id, CancellationToken.None);
        var steps = new LadderSettings().Steps().Take(60).ToList();
        var lost = members.Count(member => !member.Sent.Select(sent => sent.Step).SequenceEqual(steps.Take(member.Sent.Count)));
        var today = SchoolTime.Today(_clock);
        var expected = _staff.People.Count(person => (person.Starts ?? DateOnly.MinValue) <= today && !(person.Ends < SchoolTime.DayOf(round.StartedAt)));
        var report = await ReportAsync(bot);
        var states = members.ToDictionary(member => member.Person, member => member.State);
        var otherwise = report.People.Count(line => line.State is not PersonState.Left && (line.State is PersonState.Acknowledged) != (states.GetValueOrDefault(line.Person.Id.Value) is MemberState.Acknowledged));
        Console.WriteLine($"{name} round: {string.Join(", ", members.CountBy(member => member.State).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value:N0}"))}; "
            + $"{members.Count:N0} people of {expected:N0}, each once: {states.Count == members.Count}; ladders with a step lost {lost}");
        Console.WriteLine($"{name} report: {string.Join(", ", StateWords.InOrder.Select(state => $"{StateWords.Of(state)} {report.CountOf(state):N0}"))}; {report.People.Count:N0} people, "
            + $"{report.People.DistinctBy(line => line.Person.Id).Count():N0} of them once; otherwise than the round has it {otherwise}");
        return lost == 0 && members.Count == expected && otherwise == 0 && report.People.DistinctBy(line => line.Person.Id).Count() == report.People.Count;
    }

    private async Task<bool> VerdictAsync(SchoolBot bot)
    {
        var (check, kinds) = (new ChainCheck(), new Dictionary<string, int>());
        check.End(await bot.Get<IRegister>().ReadAsync(entry =>
        {
            check.Take(entry);
            kinds[entry.Kind] = kinds.GetValueOrDefault(entry.Kind) + 1;
        }, CancellationToken.None));
        var outside = _teams.Sum(each => each.OutsideSchoolTime);
        Console.WriteLine($"register: {check.Head.Count:N0} entries, {check.Faults.Count} faults ({string.Join(", ", kinds.OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Value:N0}"))})");
        Console.WriteLine($"outside school time {outside}; to the manager {_teams.Sum(each => each.ToManager)}; {_time.Elapsed.TotalSeconds:0} s in all, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most");
        return check.Faults.Count == 0 && outside == 0;
    }
}
