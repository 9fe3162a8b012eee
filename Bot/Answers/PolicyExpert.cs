using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers;

/// <summary>
/// Knows one policy. A classifier says what kind of question a message is; the rule written for that kind, never the
/// classifier, says the verdict.
/// </summary>
internal sealed class PolicyExpert
{
    private readonly Policy _policy;
    private readonly KnowledgeBook _book;
    private readonly IReadOnlyList<Topic> _topics;
    private readonly TopicClassifier? _classifier;
    private readonly ClauseSearch _search;

    public PolicyExpert(Policy policy, KnowledgeBook book, KnowledgeBook everyday, Reader reader)
    {
        (_policy, _book) = (policy, book);
        _topics = [.. book.Topics, .. everyday.Topics];
        _search = new ClauseSearch(policy, reader);
        if (book.Examples.Count > 0)
            _classifier = new TopicClassifier(
                [.. book.Examples.Concat(everyday.Examples).Select(example => (reader.Read(example.Text), IndexOf(example.Topic)))],
                _topics.Count);
    }

    public Policy Policy => _policy;

    /// <returns>What this policy makes of the message, and how sure it is that the message is its business.</returns>
    public Finding Consider(Message message, List<(ulong Feature, float Weight)> features)
    {
        if (_classifier is null)
            return FromTextAlone(features);

        var scores = _classifier.Score(features);
        var best = Array.IndexOf(scores, scores.Max());
        var topic = _topics[best];
        return new Finding(topic, Decide(topic, message), scores[best], IsOwn: best < _book.Topics.Count);
    }

    public Clause NearestClause(List<(ulong Feature, float Weight)> features) => _search.Nearest(features).Clause;

    /// <summary>The topic's own rule, unless it would permit what is forbidden whatever else is said.</summary>
    private TopicRule Decide(Topic topic, Message message)
    {
        var rule = Fitting(topic, message);
        if (rule.Verdict is not Verdict.May)
            return rule;

        var barrier = _book.Barriers.FirstOrDefault(barrier => barrier.Condition.Holds(message.Concepts));
        return barrier is null ? rule : Fitting(barrier.LeadsTo, message);
    }

    private static TopicRule Fitting(Topic topic, Message message) =>
        topic.Rules.FirstOrDefault(rule => rule.Condition.Holds(message.Concepts)) ?? topic.Rules[^1];

    private Finding FromTextAlone(List<(ulong Feature, float Weight)> features)
    {
        var (clause, score) = _search.Nearest(features);
        var wording = new Wording("This is the nearest clause.",
            "Nobody has written answers for this policy yet, so I can only show you its words.", "Ask your Manager if it is not clear.");
        var rule = new TopicRule("text", new Condition([], []), Verdict.Info, [clause], wording, null);
        return new Finding(new Topic("text", new Subject.OfPolicy(), [rule]), rule, score, IsOwn: true);
    }

    private int IndexOf(Topic topic)
    {
        for (var i = 0; i < _topics.Count; i++)
            if (ReferenceEquals(_topics[i], topic))
                return i;

        throw new ArgumentException($"'{topic.Name}' is no topic of {_policy.Id}.", nameof(topic));
    }
}

/// <summary>What one policy makes of a message. A score of about 1 is as sure as an example, below 0 doubtful.</summary>
internal sealed record Finding(Topic Topic, TopicRule Rule, float Score, bool IsOwn);
