using PolicyBot.Acknowledgements.Calendar;

namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>
/// The days that count for a person. Day 0 is the day the first message went out. From there every calendar day
/// counts one, weekends and single closed days of a term included, but not a day of the person's leave nor a day of
/// school holiday (out of term, half term). Day 7 is the seventh day that counts.
/// </summary>
internal sealed class LadderClock(LadderFacts person, SchoolCalendar calendar, TimeZoneInfo zone)
{
    private readonly DateOnly _start = person.FirstAsked is { } asked ? LocalTime.DayOf(asked, zone) : person.Issued;

    public bool RunsOn(DateOnly day) => !calendar.IsHoliday(day) && person.LeaveOn(day) is null;

    /// <summary>The calendar's day for a day of the clock; none where it is not reached by the day given.</summary>
    public DateOnly? DayOf(int number, DateOnly last)
    {
        if (number == 0)
            return _start;

        var counted = 0;
        for (var day = _start.AddDays(1); day <= last; day = day.AddDays(1))
            if (RunsOn(day) && ++counted == number)
                return day;

        return null;
    }
}
