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

    /// <summary>A worry scoring less may be none: the route comes first all the same, and the answer after it.</summary>
    private const float Certain = .35f;

    private const float PlainlyRecognised = -.2f;

    /// <summary>Of a message in another language, or of no sense, next to nothing was ever seen.</summary>
    private const float Familiar = .12f;

    public Answer Ask(string question)
    {
        if (!question.Any(char.IsLetterOrDigit))
            return new Answer.Help(HelpTopic.WhatICanDo, 1);

        var message = reader.Read(question);
        var vector = space.Vector(Features.Of(message));
        var (expert, finding) = Best(message, vector);
        var answer = expert is null || finding is null || vector.Familiarity < Familiar
            ? new Answer.NotCovered(null, null, null, null, 0)
            : ToAnswer(expert, finding, vector);
        return ear.Hear(message, vector) is (var concern, var worry) && !IsPlainQuestion(worry, finding)
            ? Safeguarding(concern, worry, answer)
            : answer;
    }

    /// <summary>What the bot would say if it knew the topic, and the rule where one is given.</summary>
    public Answer AskAbout(Policy policy, Topic topic, string? rule, string question)
    {
        var message = reader.Read(question);
        var expert = experts.First(expert => expert.Policy.Id == policy.Id);
        return ToAnswer(expert, expert.FindingFor(topic, rule, message), space.Vector(Features.Of(message)));
    }

    private Answer.Safeguarding Safeguarding(Concern concern, float worry, Answer answer) => new(concern, Confidence(worry))
    {
        NamedIn = ear.NamedIn,
        Otherwise = worry < Certain ? answer : null,
    };

    /// <summary>A doubtful worry gives way only to a kind of question that is plainly recognised.</summary>
    private static bool IsPlainQuestion(float worry, Finding? finding) =>
        worry < Certain && finding is { Score: > PlainlyRecognised } && finding.Score > worry;

    private (PolicyExpert?, Finding?) Best(Message message, SparseVector vector)
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

    private static Answer ToAnswer(PolicyExpert expert, Finding finding, SparseVector vector)
    {
        var (policy, rule, confidence) = (expert.Policy, finding.Rule, Confidence(finding.Score));
        if (finding.Score < (rule.Verdict is Verdict.May ? KnownToPermit : Known))
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

    private static Answer.NotCovered Silent(Policy policy, Subject.OfAnother other, TopicRule rule, double confidence) =>
        new(policy, other.Nearest, other.SettledBy, rule.Wording.Explanation, confidence)
        {
            NamedIn = rule.Clauses is [var first, ..] ? first : null,
        };

    private static double Confidence(float score) => Math.Round(1 / (1 + Math.Exp(-4 * score - 1)), 3);
}
