using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>
/// On which days of a person's clock something is sent: section Rounds. The manager hears the day after the due day.
/// </summary>
internal sealed record LadderSettings
{
    private const int MostDays = 366;

    public IReadOnlyList<int> Reminders { get; init; } = [7, 14];

    public int Due { get; init; } = 21;

    public int Manager { get; init; } = 22;

    /// <summary>Days between the reminders after the due day.</summary>
    public int Every { get; init; } = 7;

    /// <summary>How many reminders follow the due day; no number, no end but the person's answer.</summary>
    public int? AtMost { get; init; }

    /// <returns>The settings, and a sentence for each mistake: settings with mistakes are not to be used.</returns>
    public static (LadderSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings)
    {
        var (rounds, usual, mistakes) = (settings.GetSection("Rounds"), new LadderSettings(), new List<string>());
        var due = Number(rounds, nameof(Due), mistakes) ?? usual.Due;
        var read = new LadderSettings
        {
            Reminders = Numbers(rounds, mistakes) ?? usual.Reminders,
            Due = due,
            Manager = Number(rounds, nameof(Manager), mistakes) ?? due + 1,
            Every = Number(rounds, nameof(Every), mistakes) ?? usual.Every,
            AtMost = Number(rounds, nameof(AtMost), mistakes),
        };
        return mistakes is [] && read.Mistakes().ToList() is { Count: > 0 } wrong
            ? (usual, wrong) : (mistakes is [] ? read : usual, mistakes);
    }

    /// <summary>What is wrong with the settings, a sentence each.</summary>
    public IEnumerable<string> Mistakes()
    {
        int[] days = [0, .. Reminders, Due, Manager];
        if (days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second))
            yield return $"Rounds: the reminders ({string.Join(", ", Reminders)}), the due day ({Due}) and the manager's "
                + $"day ({Manager}) must follow each other. Give each a later day than the one before, from 1.";

        if (Every < 1)
            yield return $"Rounds:Every is {Every}, the days between reminders after the due day. Write 1 or more.";

        if (AtMost < 0)
            yield return $"Rounds:AtMost is {AtMost}. "
                + "Write how many reminders follow the due day, or nothing for no end.";
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

    private static int? Number(IConfiguration rounds, string name, List<string> mistakes) =>
        string.IsNullOrWhiteSpace(rounds[name]) ? null : Read(name, rounds[name]!, mistakes);

    /// <summary>As a list in a file, or as "7, 14" where there is room for one value only.</summary>
    private static int[]? Numbers(IConfiguration rounds, List<string> mistakes)
    {
        var listed = rounds.GetSection(nameof(Reminders)).GetChildren().Select(child => child.Value ?? "").ToList();
        string[]? words = listed.Count > 0 ? [.. listed]
            : rounds[nameof(Reminders)]?.Split(
                [',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return words?.Select(word => Read(nameof(Reminders), word, mistakes)).ToArray();
    }

    private static int Read(string name, string text, List<string> mistakes)
    {
        if (!int.TryParse(text, CultureInfo.InvariantCulture, out var number) || number > MostDays)
            mistakes.Add($"Rounds:{name} has '{text}'. Write a whole number up to {MostDays}.");

        return number;
    }
}
