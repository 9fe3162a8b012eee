using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers.Knowledge;

/// <summary>One kind of thing that staff ask. The first of its rules whose condition holds decides the answer.</summary>
/// <param name="About">The kind of thing in a few words of the school's, for people to choose from.</param>
internal sealed record Topic(string Name, string About, Subject Subject, IReadOnlyList<TopicRule> Rules);

/// <summary>Whose business a topic is.</summary>
internal abstract record Subject
{
    private Subject()
    {
    }

    /// <summary>The policy settles it, by its rules.</summary>
    internal sealed record OfPolicy : Subject;

    /// <summary>The policy is silent; another one, where it is known by name, settles it.</summary>
    internal sealed record OfAnother(string? SettledBy, Clause? Nearest) : Subject;

    /// <summary>
    /// Ordinary talk at a club of which nothing here knows more. It teaches a bot with few lines of its own what is no worry.
    /// </summary>
    internal sealed record Unknown : Subject;

    /// <summary>Talk to the bot itself.</summary>
    internal sealed record OfBot(HelpTopic Topic) : Subject;
}

internal sealed record TopicRule(
    string Name, Condition Condition, Verdict Verdict, IReadOnlyList<Clause> Clauses, Wording Wording, FollowUp? FollowUp)
{
    /// <summary>A clause that its topic cites reads otherwise by now. It is recognised, and weighs, as ever; its words are not said.</summary>
    public bool IsHeldBack { get; init; }

    public bool Fits(ConceptSet concepts) =>
        Verdict is Verdict.May ? Condition.HoldsToPermit(concepts) : Condition.Holds(concepts);
}

/// <summary>A line of somebody's asking, the topic it belongs to, and the rule it should meet where that is said.</summary>
internal sealed record Example(string Text, Topic Topic, string? Rule, string File, int Line);

/// <summary>What no score may turn into "may": where the condition holds, the topic named decides instead.</summary>
internal sealed record Barrier(Condition Condition, Topic LeadsTo);
