using PolicyBot.Policies;

namespace PolicyBot.Reviews;

/// <summary>What somebody typed who says that a policy was reviewed: the days as people write them.</summary>
internal sealed record ReviewEntry(string Approved, string On, string Next)
{
    /// <returns>The outcome, without change; or in a sentence what is wrong with what was typed.</returns>
    public (ReviewOutcome? Outcome, string? Wrong) Read(string by, DateTimeOffset now)
    {
        var today = SchoolTime.DayOf(now);
        if (Approved.Trim().Length == 0)
            return (null, "Please say who approved it: the head, a governor or a committee.");
        if (ApprovedOn(today) is not { } on)
            return (null, $"I cannot read '{On}' as the day it was approved. Write it like {SchoolTime.Written(today)}.");
        if (!WrittenDates.TryParse(Next, out var next) || next is null)
            return (null, $"I cannot read '{Next}' as the next date. Write it like {SchoolTime.Written(today.AddYears(1))} or September {today.Year + 1}.");
        if (on > today)
            return (null, $"{On} is still to come. Write the day on which it was approved.");
        if (next.Day <= today)
            return (null, $"{Next} has passed. Write when the next review is due.");

        return (new ReviewOutcome(IsChanged: false, Approved.Trim(), on, next.Day, by, now), null);
    }

    private DateOnly? ApprovedOn(DateOnly today) => On.Trim().ToLowerInvariant() switch
    {
        "today" => today,
        "yesterday" => today.AddDays(-1),
        _ => WrittenDates.TryParse(On, out var on) ? on?.Day : null,
    };
}
