using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers;

/// <summary>
/// Answers a question from the loaded policies. Deterministic and without side effects; safe to call from many threads.
/// </summary>
internal sealed class AnswerEngine(
    Reader reader, FeatureSpace space, SafeguardingEar ear, IReadOnlyList<PolicyExpert> experts)
{
    /// <summary>A message scoring less is no known kind of question.</summary>
    private const float Known = -.7f;

    /// <summary>Permission asks for more: a guess may refuse, never permit.</summary>
    private const float KnownToPermit = -.3f;

    /// <summary>Less of that where the message itself says what the permission hangs on.</summary>
    private const float KnownToPermitWhenSaid = -.5f;

    /// <summary>A worry scoring less may be none: the route comes first all the same, and the answer after it.</summary>
    private const float Certain = .35f;

    private const float PlainlyRecognised = -.3f, ClearOfWorry = .2f;

    /// <summary>Below this the best reading may be wrong, and one that is nearly as good is offered beside it.</summary>
    private const float Doubtful = -.5f, LevelWith = .03f;

    public Answer Ask(string question)
    {
        if (!question.Any(char.IsLetterOrDigit))
            return new Answer.Help(HelpTopic.WhatICanDo, 1);

        var message = reader.Read(question);
        var vector = space.Vector(Features.Of(message));
        var (expert, finding) = Best(message, vector);
        var answer = expert is null || finding is null || vector.IsStrange
            ? new Answer.NotCovered(null, null, null, null, 0)
            : WithOtherMatter(question, Reading(expert, finding, message, vector));
        return ear.Hear(message, vector) is (var concern, var worry) && !IsPlainQuestion(worry, finding)
            ? Safeguarding(concern, worry, answer)
            : answer;
    }

    private static Answer Reading(PolicyExpert expert, Finding finding, Message message, SparseVector vector) =>
        finding.Score < Doubtful && Level(expert, finding, message, vector) is { } unclear ? unclear : ToAnswer(expert, finding, message, vector);

    /// <summary>Where the best reading is doubtful and another as good, and they do not come to the same.</summary>
    private static Answer.Unclear? Level(PolicyExpert expert, Finding finding, Message message, SparseVector vector)
    {
        if (expert.Candidates(message, vector, 2) is not [var first, var second] || first.Topic != finding.Topic || first.Score < Known
            || first.Score - second.Score > LevelWith || !IsOffered(first) || !IsOffered(second) || first.Rule.Clauses[0] == second.Rule.Clauses[0])
            return null;

        return new Answer.Unclear(expert.Policy, [expert.ChoiceOf(first.Topic), expert.ChoiceOf(second.Topic)], Confidence(first.Score));
    }

    private static bool IsOffered(Finding finding) =>
        finding is { IsOwn: true, Topic.Subject: Subject.OfPolicy, Rule: { Verdict: not Verdict.None, Clauses.Count: > 0 } };

    /// <summary>Of two matters the one that is less allowed comes first.</summary>
    private Answer WithOtherMatter(string question, Answer whole)
    {
        var plain = Matters.In(question).Select(Plainly).OfType<Answer>().DistinctBy(ClauseOf).Take(2).ToList();
        if (plain is not [var one, var other] || (ClauseOf(one) != ClauseOf(whole) && ClauseOf(other) != ClauseOf(whole)))
            return whole;

        var (first, second) = Strictness(other) > Strictness(one) ? (other, one) : (one, other);
        return first with { Also = second };
    }

    /// <returns>What the policies say to one part of a message, or null where it asks nothing plain.</returns>
    private Answer? Plainly(string part)
    {
        var message = reader.Read(part);
        var vector = space.Vector(Features.Of(message));
        return Best(message, vector) is ({ } expert, { } finding) && finding.Score > PlainlyRecognised && IsOffered(finding)
            ? ToAnswer(expert, finding, message, vector)
            : null;
    }

    private static Clause? ClauseOf(Answer answer) => answer switch
    {
        Answer.Answered { Clauses: [var first, ..] } => first,
        Answer.Asks { Clauses: [var first, ..] } => first,
        _ => null,
    };

    private static int Strictness(Answer answer) => answer switch
    {
        Answer.Answered { Verdict: Verdict.MustNot } => 3,
        Answer.Asks => 2,
        Answer.Answered { Verdict: Verdict.May } => 0,
        _ => 1,
    };

    /// <summary>A message as the bot reads it.</summary>
    public Message Read(string text) => reader.Read(text);

    /// <summary>How the answer to a question comes about.</summary>
    public Reasoning Why(string question)
    {
        var message = reader.Read(question);
        var vector = space.Vector(Features.Of(message));
        var concepts = message.Hits.Select(hit => new Recognised(reader.Lexicon.Concepts[hit.Concept],
            string.Join(' ', message.Words.Skip(hit.Start).Take(hit.End - hit.Start)), !message.Concepts.Affirms(hit.Concept)));
        return new Reasoning(message.Words, [.. concepts], vector.Familiarity, ear.Hear(message, vector),
            [.. experts.SelectMany(expert => expert.Candidates(message, vector, 5)).OrderByDescending(finding => finding.Score).Take(5)],
            Best(message, vector).Finding, Ask(question));
    }

    /// <summary>What the bot would say if it knew the topic, and the rule where one is given.</summary>
    public Answer AskAbout(Policy policy, Topic topic, string? rule, string question)
    {
        var message = reader.Read(question);
        var expert = experts.First(expert => expert.Policy.Id == policy.Id);
        return ToAnswer(expert, expert.FindingFor(topic, rule, message), message, space.Vector(Features.Of(message)));
    }

    private Answer.Safeguarding Safeguarding(Concern concern, float worry, Answer answer) => new(concern, Confidence(worry))
    {
        NamedIn = ear.NamedIn,
        Otherwise = worry < Certain ? answer : null,
    };

    /// <summary>A doubtful worry gives way only to a kind of question that is plainly recognised.</summary>
    private static bool IsPlainQuestion(float worry, Finding? finding) =>
        worry < Certain && finding is { Score: > PlainlyRecognised } && finding.Score > worry + ClearOfWorry;

    private (PolicyExpert? Expert, Finding? Finding) Best(Message message, SparseVector vector)
    {
        (PolicyExpert? Expert, Finding? Finding) best = default;
        foreach (var expert in experts)
        {
            var finding = expert.Consider(message, vector);
            if (best.Finding is null || Weight(finding).CompareTo(Weight(best.Finding)) > 0)
                best = (expert, finding);
        }

        return best;
    }

    private static (bool, float) Weight(Finding finding) => (finding.IsOwn && finding.Score > Known, finding.Score);

    private static Answer ToAnswer(PolicyExpert expert, Finding finding, Message message, SparseVector vector)
    {
        var (policy, rule, confidence) = (expert.Policy, finding.Rule, Confidence(finding.Score));
        if (finding.Score < Enough(rule, message))
            return new Answer.NotCovered(policy, expert.NearestClause(vector), null, null, confidence);

        return finding.Topic.Subject switch
        {
            Subject.OfBot bot => new Answer.Help(bot.Topic, confidence),
            Subject.OfAnother other => Silent(policy, other, rule, confidence),
            _ when rule.Verdict is Verdict.None => new Answer.NotCovered(
                policy, rule.Clauses is [var near, ..] ? near : null, null, rule.Wording.Explanation, confidence),
            _ when rule.FollowUp is { } followUp => new Answer.Asks(policy, rule.Clauses, rule.Wording, followUp, confidence),
            _ => new Answer.Answered(policy, rule.Verdict, rule.Clauses, rule.Wording, confidence),
        };
    }

    private static float Enough(TopicRule rule, Message message) => rule switch
    {
        { Verdict: not Verdict.May } => Known,
        _ when rule.IsBorneOutBy(message.Concepts) => KnownToPermitWhenSaid,
        _ => KnownToPermit,
    };

    private static Answer.NotCovered Silent(Policy policy, Subject.OfAnother other, TopicRule rule, double confidence) =>
        new(policy, other.Nearest, other.SettledBy, rule.Wording.Explanation, confidence)
        {
            NamedIn = rule.Clauses is [var first, ..] ? first : null,
        };

    private static double Confidence(float score) => Math.Round(1 / (1 + Math.Exp(-4 * score - 1)), 3);
}
