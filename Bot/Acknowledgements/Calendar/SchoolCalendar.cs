using System.Collections.Frozen;

namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>
/// On which days the school is open and at what time of day. England's bank holidays are closed whether or not
/// the file names them. Without terms every other weekday is open, and <see cref="Basis"/> says so.
/// </summary>
internal sealed class SchoolCalendar
{
    private readonly FrozenSet<DateOnly>? _inTerm;
    private readonly FrozenSet<DateOnly>? _open;

    public SchoolCalendar(IReadOnlyList<Term> terms, IReadOnlySet<DateOnly> closed, SchoolHours hours)
    {
        Terms = terms;
        Hours = hours;
        LastDay = terms.Max(term => term.Days.Until);
        _inTerm = terms.SelectMany(term => term.DaysAtSchool).ToFrozenSet();
        _open = _inTerm.Where(IsWorkingDay).Except(closed).ToFrozenSet();
    }

    private SchoolCalendar() => (Terms, Hours) = ([], SchoolHours.Usual);

    public static SchoolCalendar WithoutTerms { get; } = new();

    public IReadOnlyList<Term> Terms { get; }

    public SchoolHours Hours { get; }

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
        for (; LastDay is null || day <= LastDay; day = day.AddDays(1))
            if (IsOpen(day))
                return day;

        return null;
    }

    /// <summary>How many open days come after one day, up to and with another.</summary>
    public int OpenDaysBetween(DateOnly after, DateOnly until) =>
        after >= until ? 0 : Enumerable.Range(after.DayNumber + 1, until.DayNumber - after.DayNumber)
            .Count(number => IsOpen(DateOnly.FromDayNumber(number)));

    public bool IsSchoolTime(DateTimeOffset instant, TimeZoneInfo zone) =>
        LocalTime.DayOf(instant, zone) is var day && IsOpen(day) && Hours.Includes(LocalTime.TimeOf(instant, zone));

    /// <summary>When on a day a person may be written to; none where the school is closed or the person off.</summary>
    public SchoolHours? HoursOn(DateOnly day, PersonalHours person) =>
        IsOpen(day) && person.WorksOn(day) ? person.Within(Hours) : null;

    /// <summary>The first moment, from this one on, at which a person may be written to; none after term.</summary>
    public DateTimeOffset? NextSchoolTime(DateTimeOffset instant, TimeZoneInfo zone, PersonalHours person)
    {
        var today = LocalTime.DayOf(instant, zone);
        for (var day = NextOpen(today); day is { } open; day = NextOpen(open.AddDays(1)))
            if (HoursOn(open, person) is { } hours && (open > today || LocalTime.TimeOf(instant, zone) < hours.Until))
                return open == today && hours.Includes(LocalTime.TimeOf(instant, zone))
                    ? instant
                    : LocalTime.At(open, hours.From, zone);

        return null;
    }

    private static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Includes(day);
}
