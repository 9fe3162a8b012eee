using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using static PolicyBot.Tests.Acknowledgements.Reports.WrittenRegister;

namespace PolicyBot.Tests.Acknowledgements.Reports;

/// <summary>What holds of every register and every roster.</summary>
public sealed class StandingsPropertyTests
{
    private const int Registers = 200, MostPeople = 12, MostEntries = 80;

    private static readonly DateOnly FirstDay = new(2026, 9, 1);

    public static IEnumerable<TheoryDataRow<int>> Seeds => Enumerable.Range(0, Registers / 20).Select(block => new TheoryDataRow<int>(block * 20));

    [Theory, MemberData(nameof(Seeds))]
    public void Everybody_is_there_exactly_once_and_the_counts_add_up(int seed) => ForEach(seed, (people, register, day) =>
    {
        var report = register.Report(day, Start.AddYears(1), people);

        Assert.Equal(people.Where(person => person.StandingOn(day) != Standing.NotYet).Select(person => person.Id.Value).Order(), report.People.Select(line => line.Person.Id.Value).Order());
        Assert.Equal(report.People.Count, StateWords.InOrder.Sum(report.CountOf));
        Assert.Equal(report.Expected, report.People.Count - report.CountOf(PersonState.Exempt) - report.CountOf(PersonState.Left));
        Assert.All(report.Understanding, line => Assert.True(line is { Asked: > 0 } && line.RightAtOnce <= line.RightInTheEnd && line.RightInTheEnd <= line.Asked));
        Assert.All(report.People, line => Assert.Equal(line.State is PersonState.Acknowledged or PersonState.Exempt or PersonState.Left, line.NextStep is null));
    });

    [Theory, MemberData(nameof(Seeds))]
    public void Without_corrections_nobody_who_acknowledged_is_ever_anything_but_that_or_gone(int seed) => ForEach(seed, (people, register, day) =>
    {
        var before = register.Report(day, Start.AddYears(1), people);
        var after = register.Report(day.AddDays(3), Start.AddYears(1), people).People.ToDictionary(line => line.Person.Id);

        Assert.All(before.People.Where(line => line.State == PersonState.Acknowledged),
            line => Assert.True(after[line.Person.Id].State == PersonState.Left || (after[line.Person.Id].State, after[line.Person.Id].Since) == (line.State, line.Since)));
        Assert.All(before.People, line => Assert.True(line.Reminders <= after[line.Person.Id].Reminders && line.AskedAt == (line.AskedAt is null ? null : after[line.Person.Id].AskedAt)));
    }, withCorrections: false);

    [Theory, MemberData(nameof(Seeds))]
    public void What_is_corrected_is_as_if_it_had_never_been_written(int seed) => ForEach(seed, (people, register, day) =>
    {
        var (corrected, never) = (new WrittenRegister(), new WrittenRegister());
        foreach (var entry in register.Entries)
        {
            var number = corrected.Write(entry.Person, entry.ReadEvent()!, entry.At);
            if (entry.Number % 3 == 0)
                corrected.Write(entry.Person, Correcting(number), entry.At);
            else
                never.Write(entry.Person, entry.ReadEvent()!, entry.At);
        }

        var (one, other) = (corrected.Report(day, Start.AddYears(1), people), never.Report(day, Start.AddYears(1), people));
        Assert.Equal(other.People, one.People);
        Assert.Equal(other.Understanding, one.Understanding);
        Assert.Equal(other.Statements, one.Statements);
    }, withCorrections: false);

    private static void ForEach(int seed, Action<StaffMember[], WrittenRegister, DateOnly> check, bool withCorrections = true)
    {
        for (var each = seed; each < seed + 20; each++)
        {
            var random = new Random(each);
            StaffMember[] people = [.. Enumerable.Range(1, random.Next(1, MostPeople)).Select(number => Somebody(random, number))];
            var register = new WrittenRegister();
            for (var entry = random.Next(MostEntries); entry > 0; entry--)
                register.Write(people[random.Next(people.Length)].Id.Value, Something(random, register, withCorrections));

            check(people, register, FirstDay.AddDays(random.Next(15)));
        }
    }

    private static StaffMember Somebody(Random random, int number) => Staff.Member(random.Next(8) == 0 ? $"P-{number}" : Staff.IdOf(number), $"Person {number}",
        starts: random.Next(6) == 0 ? Date(random) : "", ends: random.Next(6) == 0 ? "2026-09-09" : "", leave: random.Next(6) == 0 ? ("2026-09-05", random.Next(2) == 0 ? "" : "2026-09-10") : null);

    private static string Date(Random random) => $"2026-09-0{random.Next(1, 9)}";

    private static RegisterEvent Something(Random random, WrittenRegister register, bool withCorrections) => random.Next(withCorrections ? 11 : 10) switch
    {
        0 or 1 => Asked(random.Next(2) == 0 ? "issue+0" : "reminder+7"),
        2 => Delivered,
        3 => Undeliverable(),
        4 => Opened,
        5 or 6 => new RegisterEvent.Understood(Policy.Clauses[random.Next(4)].Id.Value, random.Next(2) == 0, random.Next(1, 3)),
        7 => Acknowledged($"R-{random.Next(1000)}"),
        8 => random.Next(3) == 0 ? OnPaper : new RegisterEvent.WantsToTalk(),
        9 => random.Next(4) == 0 ? Exempted : Opened,
        _ => Correcting(random.Next(1, register.Entries.Count + 2)),
    };
}
