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
    private const float ClearBy = .15f;

    /// <summary>What a policy with nothing beside its text is given against all that every bot knows, or it would never be heard.</summary>
    private const float BareLean = .4f;

    /// <summary>How much the likeness to all topics that come to the same counts beside the likeness to the one.</summary>
    private const float OutcomeShare = .3f;

    private readonly Policy _policy;
    private readonly KnowledgeBook _book;
    private readonly IReadOnlyList<Topic> _topics;
    private readonly TopicClassifier _classifier, _outcomes;
    private readonly int[] _outcomeOf;
    private readonly ClauseSearch _search;
    private readonly float _lean;

    public PolicyExpert(Policy policy, KnowledgeBook book, KnowledgeBook everyday, Func<string, SparseVector> read, FeatureSpace space)
    {
        (_policy, _book, _lean) = book.Examples.Count > 0 ? (policy, book, 0) : (policy, KnowledgeBook.FromText(policy), BareLean);
        _topics = [.. _book.Topics, .. everyday.Topics];
        _search = new ClauseSearch(policy, read, space);
        var outcomes = _topics.Select(OutcomeOf).Distinct().ToList();
        _outcomeOf = [.. _topics.Select(topic => outcomes.IndexOf(OutcomeOf(topic)))];
        var examples = _book.Examples.Concat(everyday.Examples).Select(example => (Message: read(example.Text), Topic: IndexOf(example.Topic))).ToList();
        _classifier = new TopicClassifier(examples, _topics.Count, space);
        _outcomes = new TopicClassifier([.. examples.Select(example => (example.Message, _outcomeOf[example.Topic]))], outcomes.Count, space);
    }

    public Policy Policy => _policy;

    /// <returns>What this policy makes of the message, and how sure it is that the message is its business.</returns>
    public Finding Consider(Message message, SparseVector vector)
    {
        var scores = Score(vector);
        var best = Array.IndexOf(scores, scores.Max());
        var found = Find(best, message, scores);
        return found.Rule.Verdict is Verdict.May && NearestForbidding(best, scores) is var rival and >= 0 ? Find(rival, message, scores) : found;
    }

    /// <returns>The kinds of question the message resembles most, the likeliest first.</returns>
    public IReadOnlyList<Finding> Candidates(Message message, SparseVector vector, int count)
    {
        var scores = Score(vector);
        return [.. Enumerable.Range(0, scores.Length).OrderByDescending(topic => scores[topic]).Take(count)
            .Select(topic => Find(topic, message, scores))];
    }

    /// <summary>A button for the topic, which sends the first of its examples.</summary>
    public Choice ChoiceOf(Topic topic) =>
        new(topic.About, _book.Examples.First(example => ReferenceEquals(example.Topic, topic)).Text);

    /// <summary>What this policy says when the topic is certain.</summary>
    public Finding FindingFor(Topic topic, string? rule, Message message) =>
        new(topic, topic.Rules.FirstOrDefault(known => known.Name == rule) ?? Decide(topic, message), 1, IsOwn: true);

    public Clause? NearestClause(SparseVector vector) => _search.FindNear(vector);

    private float[] Score(SparseVector vector)
    {
        var scores = _classifier.Score(vector);
        var outcomes = _outcomes.Score(vector);
        for (var topic = 0; topic < scores.Length; topic++)
            scores[topic] += OutcomeShare * (outcomes[_outcomeOf[topic]] - scores[topic]) + (topic < _book.Topics.Count ? _lean : 0);

        return scores;
    }

    private Finding Find(int topic, Message message, float[] scores) =>
        new(_topics[topic], Decide(_topics[topic], message), scores[topic], IsOwn: topic < _book.Topics.Count);

    /// <summary>A permission must stand clear of everything that forbids, and on its own feet.</summary>
    /// <returns>The topic that forbids and is as good as level with the best, or -1.</returns>
    private int NearestForbidding(int best, float[] scores)
    {
        var level = Math.Max(scores[best] - ClearBy, -ClearBy);
        var rivals = Enumerable.Range(0, _book.Topics.Count).Where(topic => topic != best && scores[topic] > level
            && _book.Topics[topic].Rules.Any(rule => rule.Verdict is Verdict.MustNot or Verdict.OnlyIf));
        return rivals.DefaultIfEmpty(-1).MaxBy(topic => topic < 0 ? float.MinValue : scores[topic]);
    }

    /// <summary>The topic's own rule, unless it would permit what is forbidden whatever else is said.</summary>
    private TopicRule Decide(Topic topic, Message message)
    {
        var rule = Fitting(topic, message);
        if (rule.Verdict is not Verdict.May)
            return rule;

        var barrier = _book.Barriers.FirstOrDefault(barrier => barrier.Condition.Holds(message.Concepts));
        return barrier is null ? rule : barrier.LeadsTo.Rules.FirstOrDefault(
            other => other.Verdict is not Verdict.May && other.Fits(message.Concepts)) ?? barrier.LeadsTo.Rules[^1];
    }

    private static TopicRule Fitting(Topic topic, Message message) =>
        topic.Rules.FirstOrDefault(rule => rule.Fits(message.Concepts)) ?? topic.Rules[^1];

    /// <summary>Topics that come to the same have the same: the verdict and the first clause, or that it is none of the policy's.</summary>
    private static string OutcomeOf(Topic topic) => topic.Rules[^1] switch
    {
        _ when topic.Subject is Subject.OfBot => "the bot",
        { Clauses: [var first, ..] } rule => $"{rule.Verdict} {first.Id}",
        var rule => $"{rule.Verdict}",
    };

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
