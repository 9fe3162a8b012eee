using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>
/// Which step of a round a person is sent next, and at what moment. It keeps nothing: the same facts give the same
/// step, before a restart and after.
/// <list type="bullet">
/// <item>Nobody is reminded before they were asked: the first message comes first, and the clock starts with it.</item>
/// <item>A step goes out on the first day that will do from its day of the clock on (<see cref="LadderClock"/>), and
/// never on the day of another. A holiday moves steps and loses none.</item>
/// <item>Where steps were missed because nothing was running, only the latest goes out. The word to the manager is
/// not passed over, since it goes to somebody else.</item>
/// </list>
/// </summary>
internal sealed class ReminderLadder(LadderSettings settings, SchoolCalendar calendar)
{
    /// <summary>How far to look without terms; longer than any leave that has an end.</summary>
    private const int DaysAhead = 3 * 366;

    public NextStep Next(LadderFacts person, DateTimeOffset now)
    {
        NextStep.At? next = null;
        var last = calendar.LastDay ?? Later(SchoolTime.DayOf(now), person.Issued).AddDays(DaysAhead);
        var times = new SendingTimes(person, calendar, last);
        var clock = new LadderClock(person, calendar);
        var first = person.LastSent is { } sent ? SchoolTime.DayOf(sent).AddDays(1) : DateOnly.MinValue;
        var free = first;
        for (var left = settings.StepAfter(person.Reached); left is { } step; left = settings.StepAfter(step.Day))
        {
            if (clock.DayOf(step.Day, last) is not { } day || times.On(Later(day, free), step.Kind) is not { } own
                || (own >= now ? own : times.Soonest(now, first, step.Kind)) is not { } instant
                || instant > next?.Instant)
                break;

            next = new NextStep.At(step, instant);
            if (step.Kind is StepKind.Issue or StepKind.Manager)
                break;

            free = SchoolTime.DayOf(own).AddDays(1);
        }

        return next ?? Nothing(person, now);
    }

    private NextStep Nothing(LadderFacts person, DateTimeOffset now)
    {
        if (settings.StepAfter(person.Reached) is not { } step)
            return new NextStep.Done();

        var reason = person.LeaveOn(SchoolTime.DayOf(now)) is { Until: null } leave
            ? $"On leave {leave}, with no day of return. Enter the day, and the reminders go on."
            : calendar.LastDay is { } last
                ? $"The school calendar ends on {last:d MMMM yyyy}. Add the terms that follow, and the reminders go on."
                : "Leave takes up every day ahead. Correct its dates, and the reminders go on.";
        return new NextStep.Waiting(step, reason);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
