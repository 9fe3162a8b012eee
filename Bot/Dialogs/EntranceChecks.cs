using PolicyBot.Answers;
using PolicyBot.Answers.Knowledge;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>What must hold between the scenarios and the kinds of question (topics) that lead into them.</summary>
internal sealed class EntranceChecks(Scenarios scenarios, Bookshelf shelf)
{
    public IEnumerable<Mistake> Mistakes() => shelf.Policies.Zip(shelf.Books, (policy, book) => Check(
        book.Topics, [.. scenarios.All.Concat(scenarios.HeldBack).Where(scenario => scenario.Policy.Id == policy.Id).SelectMany(scenario => scenario.Entrances)]))
        .SelectMany(mistakes => mistakes);

    private static IEnumerable<Mistake> Check(IReadOnlyList<Topic> topics, IReadOnlyList<Entrance> entrances) =>
        entrances.Select(entrance => Unknown(entrance, topics)).Concat(topics.Select(topic => Asking(topic, entrances))).OfType<Mistake>();

    private static Mistake? Unknown(Entrance entrance, IReadOnlyList<Topic> topics)
    {
        if (entrance.Topic is null or Entrance.Unknown)
            return null;

        var name = entrance.Topic.Split('/', 2);
        if (topics.FirstOrDefault(known => known.Name == name[0]) is not { } topic)
            return At(entrance, $"answers.yaml has no topic '{name[0]}'. Topics: {string.Join(", ", topics.Select(known => known.Name))}.");

        return name is [_, var rule] && topic.Rules.All(known => known.Name != rule)
            ? At(entrance, $"'{topic.Name}' has no rule '{rule}'. Rules: {string.Join(", ", topic.Rules.Select(known => known.Name))}.")
            : null;
    }

    /// <summary>What hangs on something is asked by one scenario, whatever the story tells; others take over by words of their own.</summary>
    private static Mistake? Asking(Topic topic, IReadOnlyList<Entrance> entrances)
    {
        var asking = topic.Rules.Where(rule => rule.Verdict is Verdict.OnlyIf).Select(rule => $"{topic.Name}/{rule.Name}").ToList();
        var named = entrances.Where(entrance => entrance.Topic?.Split('/')[0] == topic.Name).ToList();
        var outright = named.Where(entrance => entrance is { IsBegun: true, Telltale: null } && asking.Exists(entrance.IsFor)).ToList();
        if (asking.Count == 0 || named.Count == 0 || outright.Count == 1)
            return null;

        return At(outright is [.., var last] ? last : named[0],
            $"'{topic.Name}' hangs on something, and {outright.Count} scenarios begin with it whatever is told. "
            + "Let one, and no other, list it under 'begins' without when, unless or words.");
    }

    private static Mistake At(Entrance entrance, string message) => new(entrance.File, entrance.Line, message);
}
