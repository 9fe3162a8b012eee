using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>
/// The days that count for a person. Day 0 is the day the first message went out. From there every calendar day
/// counts one, weekends and single closed days of a term included, but not a day of the person's leave nor a day of
/// school holiday (out of term, half term). Day 7 is the seventh day that counts.
/// </summary>
internal sealed class LadderClock(LadderFacts person, SchoolCalendar calendar)
{
    private readonly DateOnly _start = person.FirstAsked is { } asked ? SchoolTime.DayOf(asked) : person.Issued;

    /// <summary>By the first day, so that no day of two leaves is counted twice.</summary>
    private readonly IReadOnlyList<DayRange> _leaves =
        person.Paused.Count < 2 ? person.Paused : [.. person.Paused.OrderBy(leave => leave.From)];

    /// <summary>
    /// The calendar's day for a day of the clock; none where it is not reached by the day given. The leave on the way
    /// pushes the day back, perhaps into more leave, until it stays where it is.
    /// </summary>
    public DateOnly? DayOf(int number, DateOnly last)
    {
        if (number == 0)
            return _start;

        for (var away = 0; ;)
        {
            if (calendar.TermDayAfter(_start, number + away) is not { } day || day > last)
                return null;

            var leave = person.LeaveOn(day);
            if (leave is { Until: null })
                return null;

            var more = DaysAway(leave?.Until ?? day);
            if (more == away)
                return day;

            away = more;
        }
    }

    /// <summary>Days of leave after the start that would have counted.</summary>
    private int DaysAway(DateOnly until)
    {
        var (days, counted) = (0, _start);
        foreach (var leave in _leaves)
        {
            var before = leave.From.AddDays(-1) > counted ? leave.From.AddDays(-1) : counted;
            var end = leave.Until < until ? leave.Until.Value : until;
            if (end <= before)
                continue;

            days += calendar.TermDaysBetween(before, end);
            counted = end;
        }

        return days;
    }
}
