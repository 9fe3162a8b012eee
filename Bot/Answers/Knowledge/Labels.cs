namespace PolicyBot.Answers.Knowledge;

/// <summary>What a message can be recognised as: each rule of each topic, in their order.</summary>
internal sealed class Labels
{
    private readonly List<(Topic Topic, TopicRule Rule)> _all;
    private readonly int[] _outcomes;

    public Labels(IEnumerable<Topic> topics)
    {
        _all = [.. topics.SelectMany(topic => topic.Rules, (topic, rule) => (topic, rule))];
        var outcomes = _all.Select(OutcomeOf).Distinct().ToList();
        (_outcomes, Outcomes) = ([.. _all.Select(label => outcomes.IndexOf(OutcomeOf(label)))], outcomes.Count);
    }

    public int Count => _all.Count;

    /// <summary>How many different things the labels come to.</summary>
    public int Outcomes { get; }

    public (Topic Topic, TopicRule Rule) this[int label] => _all[label];

    /// <summary>Labels with the same number come to the same: the same verdict and first clause, or that it is none of the policy's.</summary>
    public int OutcomeOf(int label) => _outcomes[label];

    /// <summary>The label of a topic's rule, or of its last where none of that name is known.</summary>
    public int Of(Topic topic, string? rule)
    {
        var named = rule is null ? -1 : _all.FindIndex(label => ReferenceEquals(label.Topic, topic) && label.Rule.Name == rule);
        return named >= 0 ? named : _all.FindLastIndex(label => ReferenceEquals(label.Topic, topic));
    }

    private static string OutcomeOf((Topic Topic, TopicRule Rule) label) => label switch
    {
        { Topic.Subject: Subject.OfBot } => "the bot",
        { Topic.Subject: Subject.Unknown } => "unknown",
        { Rule: { Clauses: [var first, ..] } rule } => $"{rule.Verdict} {first.Id}",
        var (_, rule) => $"{rule.Verdict}",
    };
}
