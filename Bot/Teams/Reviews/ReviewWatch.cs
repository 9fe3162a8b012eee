using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Reviews;

/// <summary>
/// Every minute of school time: prompts what is due. Out of it nothing is prompted, so that what fell into a holiday is one
/// prompt after it.
/// </summary>
internal sealed class ReviewWatch(ReviewDesk desk, ReviewOffice office, ReviewPacks packs, ReviewClock time) : IScheduledWork
{
    public string Name => "policy-reviews";

    public string Cron => "30 * * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var standing in await desk.AllAsync(cancellationToken))
        {
            foreach (var old in standing.Overtaken)
                await desk.WriteAsync(ReviewOffice.Done(standing with { Review = old }, ReviewOutcome.OfText(standing.Policy, time.Now), await desk.BroughtAsync(old, cancellationToken)), cancellationToken);

            if (time.IsSchoolTime && office.IsDue(standing, time.Today)
                && office.Prompt(standing, await packs.OfAsync(standing.Policy, time.Now, cancellationToken), time.Now) is { } batch)
                await desk.WriteAsync(batch, cancellationToken);
        }
    }
}

/// <summary>The moment, and whether the manager may be written to at it.</summary>
internal sealed class ReviewClock(TimeProvider clock, SchoolCalendar calendar)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => SchoolTime.DayOf(Now);

    public bool IsSchoolTime => calendar.IsSchoolTime(Now);
}
