namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>On which days of a person's clock something is sent. The manager hears the day after the due day.</summary>
internal sealed record LadderSettings
{
    public IReadOnlyList<int> Reminders { get; init; } = [7, 14];

    public int Due { get; init; } = 21;

    public int Manager { get; init; } = 22;

    /// <summary>Days between the reminders after the due day.</summary>
    public int Every { get; init; } = 7;

    /// <summary>How many reminders follow the due day; no number, no end but the person's answer.</summary>
    public int? AtMost { get; init; }

    /// <summary>What is wrong with the settings, a sentence each.</summary>
    public IEnumerable<string> Mistakes()
    {
        int[] days = [0, .. Reminders, Due, Manager];
        if (days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second))
            yield return $"The reminders ({string.Join(", ", Reminders)}), the due day ({Due}) and the manager's day "
                + $"({Manager}) must follow each other. Give each a later day than the one before, from 1.";

        if (Every < 1)
            yield return $"There are {Every} days between weekly reminders. Write 1 or more.";

        if (AtMost < 0)
            yield return $"There are at most {AtMost} weekly reminders. Write 0 or more, or nothing for no end.";
    }

    /// <summary>The steps in order. They end only where <see cref="AtMost"/> says so.</summary>
    public IEnumerable<LadderStep> Steps()
    {
        for (var left = StepAfter(-1); left is { } step; left = StepAfter(step.Day))
            yield return step;
    }

    /// <summary>The first step that falls on a later day of the clock; none after the last.</summary>
    public LadderStep? StepAfter(int day)
    {
        if (day < 0)
            return new LadderStep(StepKind.Issue, 0);

        foreach (var reminder in Reminders)
            if (reminder > day)
                return new LadderStep(StepKind.Reminder, reminder);

        return day < Due ? new LadderStep(StepKind.Due, Due)
            : day < Manager ? new LadderStep(StepKind.Manager, Manager)
            : Weekly(day);
    }

    private LadderStep? Weekly(int after)
    {
        var first = Due + ((Manager - Due) / Every + 1) * Every;
        var week = after < first ? 0 : (after - first) / Every + 1;
        return week < (AtMost ?? int.MaxValue) ? new LadderStep(StepKind.Weekly, first + week * Every) : null;
    }
}
