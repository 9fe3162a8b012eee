using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>
/// On which days the school is open and at what time of day. England's bank holidays are closed whether or not
/// the file names them. Without terms every other weekday is open, and <see cref="Basis"/> says so.
/// </summary>
internal sealed class SchoolCalendar
{
    private readonly DayList? _inTerm;
    private readonly DayList? _open;

    public SchoolCalendar(IReadOnlyList<Term> terms, IReadOnlySet<DateOnly> closed, DayHours hours)
    {
        Terms = terms;
        Hours = hours;
        LastDay = terms.Max(term => term.Days.Until);
        var inTerm = terms.SelectMany(term => term.DaysAtSchool).ToList();
        _inTerm = new DayList(inTerm);
        _open = new DayList(inTerm.Where(IsWorkingDay).Except(closed));
    }

    private SchoolCalendar() => (Terms, Hours) = ([], DayHours.Usual);

    public static SchoolCalendar WithoutTerms { get; } = new();

    public IReadOnlyList<Term> Terms { get; }

    public DayHours Hours { get; }

    /// <summary>The last day of which the calendar knows anything; none where it goes on for ever.</summary>
    public DateOnly? LastDay { get; }

    /// <summary>What the calendar goes by, for whoever has to trust it.</summary>
    public string Basis => Terms.Count > 0
        ? $"Open {Hours} in term: {string.Join("; ", Terms.Select(term => $"{term.Name}, {term.Days}"))}."
        : "There is no school calendar, so every weekday but England's bank holidays counts as open, "
            + $"{Hours}, school holidays included. Write the terms in calendar.yaml.";

    public bool IsOpen(DateOnly day) => _open?.Contains(day) ?? IsWorkingDay(day);

    /// <summary>Out of term, or half term. A weekend or a closed day inside a term is no holiday.</summary>
    public bool IsHoliday(DateOnly day) => _inTerm?.Contains(day) == false;

    /// <summary>The first open day, the day itself included; none where the calendar names no more terms.</summary>
    public DateOnly? NextOpen(DateOnly day)
    {
        if (IsOpen(day))
            return day;

        return _open is not null ? _open.After(day, 1) : NextOpen(day.AddDays(1));
    }

    /// <summary>How many open days come after one day, up to and with another.</summary>
    public int OpenDaysBetween(DateOnly after, DateOnly until) =>
        _open?.Between(after, until) ?? Enumerable.Range(after.DayNumber + 1, DaysBetween(after, until))
            .Count(number => IsOpen(DateOnly.FromDayNumber(number)));

    /// <summary>How many days that are no holiday come after one day, up to and with another.</summary>
    public int TermDaysBetween(DateOnly after, DateOnly until) =>
        _inTerm?.Between(after, until) ?? DaysBetween(after, until);

    /// <summary>The first, second or later day after a day that is no holiday; none after the last term.</summary>
    public DateOnly? TermDayAfter(DateOnly day, int number) =>
        _inTerm is not null ? _inTerm.After(day, number) : day.AddDays(number);

    public bool IsSchoolTime(DateTimeOffset instant) =>
        IsOpen(SchoolTime.DayOf(instant)) && Hours.Includes(SchoolTime.TimeOf(instant));

    /// <summary>When on a day a person may be written to; none where the school is closed or the person off.</summary>
    public DayHours? HoursOn(DateOnly day, WorkingDays person) =>
        IsOpen(day) && person.WorksOn(day) ? person.Within(Hours) : null;

    /// <summary>The first moment, from this one on, at which a person may be written to; none after term.</summary>
    public DateTimeOffset? NextSchoolTime(DateTimeOffset instant, WorkingDays person)
    {
        var (today, time) = (SchoolTime.DayOf(instant), SchoolTime.TimeOf(instant));
        for (var day = NextOpen(today); day is { } open; day = NextOpen(open.AddDays(1)))
            if (HoursOn(open, person) is { } hours && (open > today || time < hours.Until))
                return open == today && hours.Includes(time) ? instant : SchoolTime.At(open, hours.From);

        return null;
    }

    private static int DaysBetween(DateOnly after, DateOnly until) => Math.Max(0, until.DayNumber - after.DayNumber);

    private static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Includes(day);
}
