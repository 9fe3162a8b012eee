using System.Runtime.CompilerServices;
using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>Which scenario a message leads into, and what it tells already.</summary>
internal sealed class Openings(Scenarios scenarios)
{
    /// <summary>Words without a meaning of their own in the name of a situation.</summary>
    private static readonly HashSet<string> Empty = ["a", "an", "the", "of", "to", "from", "with", "about", "my", "me", "i", "in", "on", "and", "is", "what", "do", "this", "that", "if"];

    /// <summary>No kind, since there are two, and none that is not known either.</summary>
    private const string TwoMatters = "";

    private const double AlikeEnough = .6;

    /// <summary>A message is asked for several times in its turn.</summary>
    private readonly ConditionalWeakTable<Heard, StrongBox<Opening?>> _found = [];

    public Scenarios Scenarios => scenarios;

    /// <returns>
    /// The scenario that a story leads into: by its kind and words, by words alone, or by its kind. Where a
    /// message asks two things, words alone count. Talk to the bot itself, or where a child may be at risk, leads nowhere.
    /// </returns>
    public Opening? For(Heard heard) => _found.GetValue(heard, each => new(Find(each))).Value;

    private Opening? Find(Heard heard)
    {
        var (story, answer) = (heard.Story, heard.Answer);
        if (answer is Answer.Safeguarding or Answer.Help)
            return null;

        var topic = answer.Also is null ? answer.Kind : TwoMatters;
        var led = scenarios.All.Where(scenario => PolicyOf(answer) is not { } policy || policy.Id == scenario.Policy.Id)
            .SelectMany(scenario => scenario.Entrances, (scenario, entrance) => (scenario, entrance))
            .Where(pair => pair.entrance.IsFor(topic) && pair.entrance.Telltale?.IsIn(story) != false)
            .OrderBy(pair => pair.entrance.Telltale is null).ThenBy(pair => pair.entrance.Topic is null).ThenBy(pair => !pair.entrance.IsBegun).ToList();
        return led is [var first, ..] ? Opening(first.scenario, story, first.entrance.IsBegun) : null;
    }

    private static Policy? PolicyOf(Answer answer) => answer switch
    {
        Answer.Answered answered => answered.Policy,
        Answer.Asks asks => asks.Policy,
        Answer.NotCovered silent => silent.Policy,
        _ => null,
    };

    /// <returns>The scenario asked for by name or by a story ("walk me through a friend request"); or null.</returns>
    public Opening? Asked(Heard heard) => Named(heard.Walk ?? []) is { } scenario ? Opening(scenario, heard.Story, isBegun: true) : For(heard);

    /// <summary>Whether a scenario is asked for by its title, word for word. One that leads to nothing but the route is none.</summary>
    public bool IsTitled(Heard heard) => heard.Walk is { } walk && scenarios.All.Any(scenario =>
        scenarios.Stories.WordsOf(scenario.Title).SequenceEqual(walk) && scenario.Outcomes.Any(end => end.Route is null));

    /// <summary>Whether a scenario is asked for by its name or number, and nothing is told.</summary>
    public bool IsNamed(Heard heard) => heard.Walk is { } walk && Named(walk) is not null;

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

    /// <summary>What is only offered begins by a button, which cannot say what was guessed: it takes no excuse along.</summary>
    private static Opening Opening(Scenario scenario, Story story, bool isBegun)
    {
        var told = ScenarioDialog.FromStory(scenario, story, Told.Nothing);
        return new(scenario, isBegun ? told : new Told([.. told.Where(each => !scenario.Fact(each.Fact).IsExcuse(each.Value))]), isBegun);
    }

    /// <summary>How much a name and what was asked for have in common, from 0 to 1.</summary>
    private double Alike(string name, HashSet<string> asked)
    {
        var words = scenarios.Stories.WordsOf(name).Where(word => !Empty.Contains(word)).ToHashSet();
        var common = words.Count(asked.Contains);
        return 2.0 * common / (words.Count + asked.Count);
    }
}

/// <param name="IsBegun">Begun at once; otherwise offered.</param>
internal sealed record Opening(Scenario Scenario, Told Told, bool IsBegun)
{
    /// <summary>Whether there is anything left to ask. Nothing is permitted on a story alone, unless the answer to it permits it.</summary>
    public bool IsOpenAfter(Answer answer) => End is null || (End.Verdict is Verdict.May && answer is not Answer.Answered);

    /// <summary>Whether the end has to be said beside an answer that leaves it open, or allows more.</summary>
    public bool SaysMoreThan(Answer answer) => End is not null && answer switch
    {
        Answer.Asks => true,
        Answer.NotCovered => End.Verdict is not Verdict.None,
        Answer.Answered { Verdict: Verdict.May } => End.Verdict is not Verdict.May,
        _ => false,
    };

    /// <summary>Where what was told is enough: the end.</summary>
    public Outcome? End { get; } = (Scenario.Next(Told) as Next.Ends)?.Outcome;
}
