using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers;

/// <summary>
/// Answers a question from the loaded policies. Deterministic and without side effects; safe to call from many threads.
/// </summary>
internal sealed class AnswerEngine(
    Reader reader, FeatureSpace space, SafeguardingEar ear, ReplyEar replies, PolicyExperts experts)
{
    /// <summary>A kind of question with a smaller share of the message is not known.</summary>
    private const float Known = .1f;

    /// <summary>Permission asks for more: a guess may refuse, never permit.</summary>
    private const float KnownToPermit = .97f;

    /// <summary>Less of that where the rule asks for words that bear it out, and they are said.</summary>
    private const float KnownToPermitWhenSaid = .6f;

    /// <summary>A worry with a smaller share may be none: the route comes first all the same, and the answer after it.</summary>
    private const float Certain = .8f;

    private const float PlainlyRecognised = .5f;

    /// <summary>Below this the best reading may be wrong, and one that is nearly as good is offered beside it.</summary>
    private const float Doubtful = .65f, NearlyAsGood = .5f;

    public Answer Ask(string question) => Ask(question, reader.Read(question));

    /// <param name="message">The question as it was read.</param>
    public Answer Ask(string question, Message message)
    {
        if (!question.Any(char.IsLetterOrDigit))
            return new Answer.Help(HelpTopic.WhatICanDo, 1);

        var (vector, opinion) = Consider(message);
        var isRecognised = opinion.Finding is { Share: > PlainlyRecognised, Topic.Subject: not Subject.Unknown };
        var answer = vector.IsStrange
            ? new Answer.NotCovered(null, null, null, null, 0)
            : experts.Quote(opinion.Finding, vector, isRecognised) ?? WithOtherMatter(question, Reading(opinion, message, vector));
        return ear.Hear(message, vector, opinion.Worry) is (var concern, var worry) ? Safeguarding(concern, worry, answer) : answer;
    }

    private (Message Message, SparseVector Vector, Opinion Opinion) Consider(string text)
    {
        var message = reader.Read(text);
        var (vector, opinion) = Consider(message);
        return (message, vector, opinion);
    }

    private (SparseVector Vector, Opinion Opinion) Consider(Message message)
    {
        var vector = space.Vector(Features.Of(message));
        return (vector, experts.Consider(message, vector));
    }

    private Answer Reading(Opinion opinion, Message message, SparseVector vector) =>
        opinion.Finding.Share < Doubtful && Level(opinion) is { } unclear ? unclear : ToAnswer(opinion, vector);

    /// <summary>Where the best reading is doubtful and another as good, and they do not come to the same.</summary>
    private static Answer.Unclear? Level(Opinion opinion)
    {
        if (opinion.Expert.Candidates(opinion, 2) is not [var first, var second] || second.Share < NearlyAsGood * first.Share
            || !IsOffered(first) || !IsOffered(second) || first.Rule.Clauses[0] == second.Rule.Clauses[0])
            return null;

        return new Answer.Unclear(opinion.Expert.Policy!,
            [opinion.Expert.ChoiceOf(first.Topic), opinion.Expert.ChoiceOf(second.Topic)], Rounded(first.Share));
    }

    private static bool IsOffered(Finding finding) =>
        finding is { IsOwn: true, Topic.Subject: Subject.OfPolicy, Rule: { IsHeldBack: false, Verdict: not Verdict.None, Clauses.Count: > 0 } };

    /// <summary>Of two matters the one that is less allowed comes first, and both never allow more than the whole.</summary>
    private Answer WithOtherMatter(string question, Answer whole)
    {
        var plain = Matters.In(question).Select(Plainly).OfType<Answer>().DistinctBy(ClauseOf).Take(2).ToList();
        if (plain is not [var one, var other] || (ClauseOf(whole) is { } clause && ClauseOf(one) != clause && ClauseOf(other) != clause))
            return whole;

        var (first, second) = Strictness(other) > Strictness(one) ? (other, one) : (one, other);
        return Strictness(whole) > Strictness(first) ? whole : first with { Also = second };
    }

    /// <returns>What the policies say to one part of a message, or null where it asks nothing plain.</returns>
    private Answer? Plainly(string part)
    {
        var (message, vector, opinion) = Consider(part);
        return opinion.Finding.Share > PlainlyRecognised && IsOffered(opinion.Finding) ? ToAnswer(opinion, vector) : null;
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

    /// <summary>The concepts that the policies' words stand for.</summary>
    public Lexicon Lexicon => reader.Lexicon;

    /// <summary>How far a message, typed in answer to a question, is nothing but an answer, however it sounds alone: <see cref="ReplyEar"/>.</summary>
    public float CalmOf(Message reply) => ear.IsAlarmed(reply) ? float.NegativeInfinity : replies.CalmOf(reply);

    /// <summary>A message as the bot reads it.</summary>
    public Message Read(string text) => reader.Read(text);

    /// <summary>Its words, without what they mean.</summary>
    public IReadOnlyList<string> WordsOf(string text) => reader.WordsOf(text);

    /// <summary>A message as its features, to be held against another.</summary>
    public SparseVector VectorOf(string text) => space.Vector(Features.Of(reader.Read(text)));

    /// <summary>How the answer to a question comes about.</summary>
    public Reasoning Why(string question)
    {
        var (message, vector, opinion) = Consider(question);
        var concepts = message.Hits.Select(hit => new Recognised(reader.Lexicon.Concepts[hit.Concept],
            string.Join(' ', message.Words.Skip(hit.Start).Take(hit.End - hit.Start)), !message.Concepts.Affirms(hit.Concept)));
        return new Reasoning(message.Words, [.. concepts], vector.Familiarity, ear.Hear(message, vector, opinion.Worry),
            opinion.Expert.Candidates(opinion, 5), opinion.Finding, Ask(question));
    }

    /// <summary>What the bot would say if it knew the topic, and the rule where one is given.</summary>
    public Answer AskAbout(Policy policy, Topic topic, string? rule, string question)
    {
        var (message, vector, opinion) = Consider(question);
        var expert = experts.Of(policy);
        return ToAnswer(opinion with { Expert = expert, Finding = expert.FindingFor(topic, rule) }, vector);
    }

    private Answer.Safeguarding Safeguarding(Concern concern, float worry, Answer answer) => new(concern, Rounded(worry))
    {
        NamedIn = ear.NamedIn,
        Otherwise = worry < Certain ? answer : null,
    };

    private Answer ToAnswer(Opinion opinion, SparseVector vector)
    {
        var (policy, finding) = (opinion.Expert.Policy, opinion.Finding);
        var isKnown = finding.Share >= Enough(finding.Rule) && finding.Topic.Subject is not Subject.Unknown;
        return isKnown
            ? Settled(policy, finding, Rounded(finding.Share)).OfKind($"{finding.Topic.Name}/{finding.Rule.Name}")
            : new Answer.NotCovered(policy, experts.NearestClause(policy, vector), null, null, Rounded(finding.Share));
    }

    private static Answer Settled(Policy? policy, Finding finding, double confidence)
    {
        var rule = finding.Rule;
        return finding.Topic.Subject switch
        {
            Subject.OfBot bot => new Answer.Help(bot.Topic, confidence),
            _ when rule.IsHeldBack => HeldBack(policy, finding, confidence),
            Subject.OfAnother other => Silent(policy, other, finding, confidence),
            _ when rule.Verdict is Verdict.None => new Answer.NotCovered(
                policy, rule.Clauses is [var near, ..] ? near : null, null, rule.Wording.Explanation, confidence)
            { About = AboutOf(finding) },
            _ when rule.FollowUp is { } followUp => new Answer.Asks(policy!, rule.Clauses, rule.Wording, followUp, confidence),
            _ => new Answer.Answered(policy!, rule.Verdict, rule.Clauses, rule.Wording, confidence),
        };
    }

    /// <summary>The clause that reads otherwise by now, in its own words and without a verdict.</summary>
    private static Answer.NotCovered HeldBack(Policy? policy, Finding finding, double confidence) =>
        new(policy, finding.Rule.Clauses.OrderByDescending(clause => policy!.HeldBack.Holds(clause.Id)).FirstOrDefault(), null, null, confidence)
        {
            About = AboutOf(finding),
            IsHeldBack = true,
        };

    private static float Enough(TopicRule rule) => rule switch
    {
        { Verdict: not Verdict.May } => Known,
        { Condition.AllOf.Count: > 0 } => KnownToPermitWhenSaid,
        _ => KnownToPermit,
    };

    private static Answer.NotCovered Silent(Policy? policy, Subject.OfAnother other, Finding finding, double confidence) =>
        new(policy, other.Nearest, other.SettledBy, finding.Rule.Wording.Explanation, confidence)
        {
            About = AboutOf(finding),
            NamedIn = finding.Rule.Clauses is [var first, ..] ? first : null,
        };

    private static string? AboutOf(Finding finding) => finding.IsOwn ? finding.Topic.About : null;

    /// <summary>Never quite certain: it is a likeness, however great.</summary>
    private static double Rounded(float share) => Math.Min(.99, Math.Round(share, 3));
}
