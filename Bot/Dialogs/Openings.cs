using PolicyBot.Answers;

namespace PolicyBot.Dialogs;

/// <summary>Which scenario a message leads into, and what it tells already.</summary>
internal sealed class Openings(Scenarios scenarios)
{
    /// <summary>Words without a meaning of their own in the name of a situation.</summary>
    private static readonly HashSet<string> Empty = ["a", "an", "the", "of", "to", "from", "with", "about", "my", "me", "i", "in", "on", "and", "is", "what", "do", "this", "that", "if"];

    /// <summary>No kind, since there are two, and none that is not known either.</summary>
    private const string TwoMatters = "";

    private const double AlikeEnough = .6;

    /// <returns>
    /// The scenario that a story leads into: by its kind and words, by words alone, or by its kind. Where a
    /// message asks two things, words alone count. Talk to the bot itself, or where a child may be at risk, leads nowhere.
    /// </returns>
    public Opening? For(Heard heard)
    {
        var (story, answer) = (heard.Story, heard.Answer);
        if (answer is Answer.Safeguarding or Answer.Help)
            return null;

        var topic = answer.Also is null ? answer.Kind : TwoMatters;
        var led = scenarios.All.SelectMany(scenario => scenario.Entrances, (scenario, entrance) => (scenario, entrance))
            .Where(pair => pair.entrance.IsFor(topic) && pair.entrance.Telltale?.IsIn(story) != false)
            .OrderBy(pair => pair.entrance.Telltale is null).ThenBy(pair => pair.entrance.Topic is null).ThenBy(pair => !pair.entrance.IsBegun).ToList();
        return led is [var first, ..] ? Opening(first.scenario, story, first.entrance.IsBegun) : null;
    }

    /// <returns>The scenario asked for by name or by a story ("walk me through a friend request"); or null.</returns>
    public Opening? Asked(Heard heard) => Named(heard.Walk ?? []) is { } scenario ? Opening(scenario, heard.Story, isBegun: true) : For(heard);

    /// <returns>The scenario that is meant by a name or number, or null.</returns>
    private Scenario? Named(IReadOnlyList<string> words)
    {
        if (words is [var number] && int.TryParse(number, out var place))
            return place >= 1 && place <= scenarios.All.Count ? scenarios.All[place - 1] : null;

        var asked = words.Where(word => !Empty.Contains(word)).ToHashSet();
        if (asked.Count == 0)
            return null;

        var best = scenarios.All.Select(scenario => (scenario, share: scenario.Names.Prepend(scenario.Title).Max(name => Alike(name, asked))))
            .OrderByDescending(pair => pair.share).Take(2).ToList();
        return best is [{ share: >= AlikeEnough }, ..] && (best.Count == 1 || best[1].share < best[0].share) ? best[0].scenario : null;
    }

    private static Opening Opening(Scenario scenario, Story story, bool isBegun) =>
        new(scenario, ScenarioDialog.FromStory(scenario, story, Told.Nothing), isBegun);

    /// <summary>How much a name and what was asked for have in common, from 0 to 1.</summary>
    private double Alike(string name, HashSet<string> asked)
    {
        var words = scenarios.Stories.Read(name).Words.Where(word => !Empty.Contains(word)).ToHashSet();
        var common = words.Count(asked.Contains);
        return 2.0 * common / (words.Count + asked.Count);
    }
}

/// <param name="IsBegun">Begun at once; otherwise offered.</param>
internal sealed record Opening(Scenario Scenario, Told Told, bool IsBegun)
{
    /// <summary>Whether there is anything left to ask.</summary>
    public bool IsOpen => End is null;

    /// <summary>Where what was told is enough: the end.</summary>
    public Outcome? End { get; } = (Scenario.Next(Told) as Next.Ends)?.Outcome;
}
