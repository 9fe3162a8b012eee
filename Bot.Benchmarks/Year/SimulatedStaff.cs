using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Benchmarks.Year;

/// <summary>What somebody does with a message of the bot.</summary>
internal enum Habit
{
    /// <summary>Confirms after one message or another.</summary>
    Confirms,

    /// <summary>Never confirms: all of the ladder is seen on them.</summary>
    Never,

    WantsToTalk,
    Blocks,

    /// <summary>A guest or an account without the bot.</summary>
    NotInstalled,
}

/// <summary>Staff of a year, the same for the same number: joiners, leavers, leave, part-timers, people on paper, people out of reach.</summary>
internal sealed class SimulatedStaff
{
    private static readonly DateOnly First = new(2026, 9, 1);

    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private readonly Dictionary<string, Habit> _habits = new(StringComparer.Ordinal);
    private readonly Random _chance = new(2026);

    public SimulatedStaff(int count)
    {
        People = [.. Enumerable.Range(0, count).Select(Person)];
        Roster = new Roster(People);
    }

    public IReadOnlyList<StaffMember> People { get; }

    public Roster Roster { get; }

    public Habit HabitOf(string person) => _habits[person];

    private StaffMember Person(int number)
    {
        var isOnPaper = _chance.Next(100) == 0;
        var id = PersonId.Parse(isOnPaper ? $"paper-{number}" : $"{number:x8}-0000-4000-8000-000000000000");
        _habits[id.Value] = _chance.Next(100) switch { < 2 => Habit.Blocks, < 4 => Habit.NotInstalled, < 6 => Habit.WantsToTalk, < 14 => Habit.Never, _ => Habit.Confirms };
        var joins = _chance.Next(100) < 8 ? First.AddDays(_chance.Next(300)) : (DateOnly?)null;
        return new StaffMember(id, $"Person {number}", (PersonKind)(_chance.Next(10) == 0 ? _chance.Next(1, 5) : 0))
        {
            Starts = joins,
            Ends = _chance.Next(100) < 8 ? (joins ?? First).AddDays(_chance.Next(30, 320)) : null,
            Leaves = [.. Enumerable.Range(0, _chance.Next(10) == 0 ? 1 : 0).Select(_ => First.AddDays(_chance.Next(280))).Select(from => new DayRange(from, from.AddDays(_chance.Next(3, 120))))],
            WorkingDays = _chance.Next(3) == 0 ? new WorkingDays(Week.Where(_ => _chance.Next(2) == 0).DefaultIfEmpty(DayOfWeek.Wednesday)) : WorkingDays.MondayToFriday,
        };
    }
}
