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
    /// <summary>Where what forbids has more than this share of the message, it is not permitted.</summary>
    private const float Rivalled = .1f;

    /// <summary>A rule that permits, and is borne out by what is said, needs at least this part of its topic's share.</summary>
    private const float Supported = .5f;

    /// <summary>What is known gives way to the ordinary, of which nothing is known, only where that is far likelier.</summary>
    private const float Background = .25f;

    private readonly KnowledgeBook _book;
    private readonly Labels _labels;
    private readonly TopicMemory _memory;
    private readonly int _ownLabels;

    /// <param name="policy">None where no policy has topics of its own, and only what every bot knows is known.</param>
    public PolicyExpert(Policy? policy, KnowledgeBook book, KnowledgeBook everyday, TopicMemory memory) =>
        (Policy, _book, _labels, _memory, _ownLabels) =
            (policy, book, new Labels(book.Topics.Concat(everyday.Topics)), memory, book.Topics.Sum(topic => topic.Rules.Count));

    public Policy? Policy { get; }

    /// <returns>What this policy makes of the message, and how much of a worry it is.</returns>
    public Opinion Consider(Message message, SparseVector vector)
    {
        var shares = _memory.Classifier.Share(vector);
        var found = Find(Likeliest(shares), message, shares);
        if (found.Rule.Verdict is Verdict.May && NearestForbidding(shares) is var rival and >= 0)
            found = Find(rival, message, shares);

        return new Opinion(this, found, LikeliestConcern(shares), shares);
    }

    /// <returns>The kinds of question the message resembles most, the likeliest first.</returns>
    public IReadOnlyList<Finding> Candidates(Opinion opinion, int count) =>
        [.. Enumerable.Range(0, _labels.Count).OrderByDescending(label => opinion.Shares[label]).Take(count)
            .Select(label => new Finding(_labels[label].Topic, _labels[label].Rule, opinion.Shares[label], IsOwn(label)))];

    /// <summary>A button for the topic, which sends the first of its examples.</summary>
    public Choice ChoiceOf(Topic topic) => new(topic.About, _memory.Asked[_labels.Of(topic, null)]);

    /// <summary>What this policy says when the topic, and the rule where one is given, are certain.</summary>
    public Finding FindingFor(Topic topic, string? rule)
    {
        var (_, known) = _labels[_labels.Of(topic, rule)];
        return new Finding(topic, known, 1, IsOwn: true);
    }

    /// <summary>Of the labels that together come likeliest to the same, the likeliest.</summary>
    private int Likeliest(float[] shares)
    {
        Span<float> together = stackalloc float[_labels.Outcomes];
        Together(shares, together);
        var best = 0;
        for (var label = 1; label < _labels.Count; label++)
            if ((together[_labels.OutcomeOf(label)], shares[label]).CompareTo((together[_labels.OutcomeOf(best)], shares[best])) > 0)
                best = label;

        return best;
    }

    private void Together(float[] shares, Span<float> together)
    {
        for (var label = 0; label < _labels.Count; label++)
            together[_labels.OutcomeOf(label)] += shares[label] * (_labels[label].Topic.Subject is Subject.Unknown ? Background : 1);
    }

    private (Concern, float) LikeliestConcern(float[] shares)
    {
        var (best, sum) = (0, 0f);
        var concerns = shares.AsSpan(_labels.Count);
        for (var concern = 0; concern < concerns.Length; concern++)
        {
            sum += concerns[concern];
            best = concerns[concern] > concerns[best] ? concern : best;
        }

        return ((Concern)best, sum);
    }

    private Finding Find(int label, Message message, float[] shares)
    {
        Span<float> together = stackalloc float[_labels.Outcomes];
        Together(shares, together);
        return new Finding(_labels[label].Topic, Decide(label, message, shares), together[_labels.OutcomeOf(label)], IsOwn(label));
    }

    /// <summary>A permission must stand clear of everything that forbids.</summary>
    /// <returns>The likeliest label that forbids where those that do have a share too large to permit, or -1.</returns>
    private int NearestForbidding(float[] shares)
    {
        var (best, sum) = (-1, 0f);
        for (var label = 0; label < _labels.Count; label++)
            if (_labels[label].Rule.Verdict is Verdict.MustNot or Verdict.OnlyIf)
            {
                sum += shares[label];
                best = best < 0 || shares[label] > shares[best] ? label : best;
            }

        return sum > Rivalled ? best : -1;
    }

    /// <summary>The topic's rule that fits, unless it would permit what is forbidden whatever else is said.</summary>
    private TopicRule Decide(int label, Message message, float[] shares)
    {
        var rule = Fitting(label, message, shares);
        if (rule.Verdict is not Verdict.May)
            return rule;

        var barrier = _book.Barriers.FirstOrDefault(barrier => barrier.Condition.HoldsOutright(message.Concepts));
        return barrier is null ? rule : barrier.LeadsTo.Rules.FirstOrDefault(
            other => other.Verdict is not Verdict.May && other.Fits(message.Concepts)) ?? barrier.LeadsTo.Rules[^1];
    }

    /// <summary>
    /// What the message says outright comes first: its words are a rule's condition. What it only sounds like may forbid,
    /// and may permit no more than its words bear out.
    /// </summary>
    private TopicRule Fitting(int label, Message message, float[] shares)
    {
        var (topic, likeliest) = _labels[label];
        var said = topic.Rules.FirstOrDefault(rule => rule.Fits(message.Concepts)) ?? topic.Rules[^1];
        if (said.Verdict is Verdict.May && topic.Rules.Count > 1)
            return ShareWithin(topic, said, shares) >= Supported ? said : likeliest.Verdict is Verdict.May ? topic.Rules[^1] : likeliest;

        return said != topic.Rules[^1] || likeliest.Verdict is Verdict.May ? said : likeliest;
    }

    private float ShareWithin(Topic topic, TopicRule rule, float[] shares) =>
        shares[_labels.Of(topic, rule.Name)] / topic.Rules.Sum(each => shares[_labels.Of(topic, each.Name)]);

    private bool IsOwn(int label) => label < _ownLabels;
}

/// <summary>What one policy makes of a message.</summary>
/// <param name="Share">How much of the message speaks for this and all that comes to the same: from 0 to 1.</param>
/// <param name="IsOwn">Whether the topic is the policy's, not one that every bot knows.</param>
internal sealed record Finding(Topic Topic, TopicRule Rule, float Share, bool IsOwn);

/// <summary>What an expert makes of a message, and what kind of worry it would be, how likely.</summary>
/// <param name="Shares">How the message is shared out among the expert's labels and the concerns.</param>
internal sealed record Opinion(PolicyExpert Expert, Finding Finding, (Concern Concern, float Share) Worry, float[] Shares);
