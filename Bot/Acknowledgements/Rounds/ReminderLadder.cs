using PolicyBot.Acknowledgements.Calendar;

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
internal sealed class ReminderLadder(LadderSettings settings, SchoolCalendar calendar, TimeZoneInfo zone)
{
    /// <summary>How far to look without terms; longer than any leave that has an end.</summary>
    private const int DaysAhead = 3 * 366;

    public NextStep Next(LadderFacts person, DateTimeOffset now)
    {
        NextStep.At? next = null;
        foreach (var later in Planned(person, now))
        {
            if (next is not null && later.Instant > next.Instant)
                return next;

            next = later;
            if (later.Step.Kind is StepKind.Issue or StepKind.Manager)
                return next;
        }

        return next ?? Nothing(person, now);
    }

    /// <summary>The steps that are left, in order, each with the moment it would go out were it the only one.</summary>
    private IEnumerable<NextStep.At> Planned(LadderFacts person, DateTimeOffset now)
    {
        var last = calendar.LastDay ?? Later(LocalTime.DayOf(now, zone), person.Issued).AddDays(DaysAhead);
        var times = new SendingTimes(person, calendar, zone, last);
        var clock = new LadderClock(person, calendar, zone);
        var first = person.LastSent is { } sent ? LocalTime.DayOf(sent, zone).AddDays(1) : DateOnly.MinValue;
        var free = first;
        foreach (var step in Left(person))
        {
            if (clock.DayOf(step.Day, last) is not { } day || times.On(Later(day, free), step.Kind) is not { } own
                || (own >= now ? own : times.Soonest(now, first, step.Kind)) is not { } instant)
                yield break;

            free = LocalTime.DayOf(own, zone).AddDays(1);
            yield return new NextStep.At(step, instant);
        }
    }

    private NextStep Nothing(LadderFacts person, DateTimeOffset now)
    {
        if (Left(person).Select(step => (LadderStep?)step).FirstOrDefault() is not { } step)
            return new NextStep.Done();

        var reason = person.LeaveOn(LocalTime.DayOf(now, zone)) is { Until: null } leave
            ? $"On leave {leave}, with no day of return. Enter the day, and the reminders go on."
            : calendar.LastDay is { } last
                ? $"The school calendar ends on {last:d MMMM yyyy}. Add the terms that follow, and the reminders go on."
                : "Leave takes up every day ahead. Correct its dates, and the reminders go on.";
        return new NextStep.Waiting(step, reason);
    }

    private IEnumerable<LadderStep> Left(LadderFacts person) =>
        settings.Steps().SkipWhile(step => step.Day <= person.Reached);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
