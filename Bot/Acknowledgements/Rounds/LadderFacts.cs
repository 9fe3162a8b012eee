using PolicyBot.Acknowledgements.Calendar;

namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>A step that went out, and when.</summary>
internal sealed record SentStep(LadderStep Step, DateTimeOffset At);

/// <summary>What the ladder needs to know of a person, all of it on record elsewhere.</summary>
/// <param name="Person">The person's id, by which the time of day is spread.</param>
/// <param name="Issued">The day from which the round wants to reach the person.</param>
/// <param name="Paused">Leave.</param>
internal sealed record LadderFacts(
    string Person,
    DateOnly Issued,
    IReadOnlyList<SentStep> Sent,
    IReadOnlyList<DayRange> Paused,
    WorkingDays Hours)
{
    /// <summary>The day of the clock that the ladder has reached; below 0 before the first message.</summary>
    public int Reached => Sent.Count == 0 ? -1 : Sent.Max(sent => sent.Step.Day);

    public DateTimeOffset? FirstAsked =>
        Sent.Where(sent => sent.Step.Kind is StepKind.Issue).Min(sent => (DateTimeOffset?)sent.At);

    public DateTimeOffset? LastSent => Sent.Max(sent => (DateTimeOffset?)sent.At);

    public DayRange? LeaveOn(DateOnly day)
    {
        foreach (var range in Paused)
            if (range.Includes(day))
                return range;

        return null;
    }
}
