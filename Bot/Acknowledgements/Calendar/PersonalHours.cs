namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>
/// When a person works; no time means the school's. Days or hours that never meet the school's (weekends only, a
/// shift before the doors open) give way to the school's, so that nobody is out of reach of a reminder.
/// </summary>
internal sealed record PersonalHours(IReadOnlySet<DayOfWeek> Days, TimeOnly? From, TimeOnly? Until)
{
    private static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static PersonalHours AsTheSchool { get; } = new(Weekdays.ToHashSet(), null, null);

    public bool WorksOn(DateOnly day) => Days.Contains(day.DayOfWeek) || !Days.Overlaps(Weekdays);

    public SchoolHours Within(SchoolHours school)
    {
        var from = From > school.From ? From.Value : school.From;
        var until = Until < school.Until ? Until.Value : school.Until;
        return from < until ? new SchoolHours(from, until) : school;
    }
}
