using PolicyBot.Policies;

namespace PolicyBot.Answers;

/// <summary>What the bot makes of a question: exactly one of the cases below. Confidence runs from 0 to 1.</summary>
internal abstract record Answer
{
    private Answer(double confidence) => Confidence = confidence;

    public double Confidence { get; }

    /// <summary>What the policies say to the other matter, where a message asks two things. Its own is null.</summary>
    public Answer? Also { get; init; }

    /// <summary>The kind of question it is, as "topic/rule"; null where none is known.</summary>
    public string? Kind { get; private init; }

    public Answer OfKind(string kind) => this with { Kind = kind };

    /// <summary>The policy settles it. Clauses come best first.</summary>
    internal sealed record Answered(
        Policy Policy, Verdict Verdict, IReadOnlyList<Clause> Clauses, Wording Wording, double Confidence)
        : Answer(Confidence);

    /// <summary>The policy settles it once one thing is known.</summary>
    internal sealed record Asks(
        Policy Policy, IReadOnlyList<Clause> Clauses, Wording Wording, FollowUp FollowUp, double Confidence)
        : Answer(Confidence);

    /// <summary>Two readings are as good as level: the person says which is meant.</summary>
    internal sealed record Unclear(Policy Policy, IReadOnlyList<Choice> Readings, double Confidence) : Answer(Confidence);

    /// <summary>A child may be at risk: the route comes before anything a policy says.</summary>
    internal sealed record Safeguarding(Concern Concern, double Confidence) : Answer(Confidence)
    {
        /// <summary>The policy and its clause that name where safeguarding is settled, where one is loaded.</summary>
        public (Policy Policy, Clause Clause)? NamedIn { get; init; }

        /// <summary>Where it is not certain that anybody is at risk: what the policies say to the question.</summary>
        public Answer? Otherwise { get; init; }
    }

    /// <summary>
    /// The policy is silent. The nearest clause does not settle it; <paramref name="SettledBy"/> names the policy
    /// that would, where one is known.
    /// </summary>
    internal sealed record NotCovered(Policy? Policy, Clause? Nearest, string? SettledBy, string? Explanation,
        double Confidence) : Answer(Confidence)
    {
        /// <summary>The kind of thing that is not settled, in a few words; null where nothing of it is known.</summary>
        public string? About { get; init; }

        /// <summary>The policy may settle it, in words that are new since the answer was written.</summary>
        public bool IsHeldBack { get; init; }

        /// <summary>Whether it is clear what was asked, though the policy does not settle it.</summary>
        public bool IsUnderstood => Explanation is not null || IsHeldBack;

        /// <summary>The clause that names the policy which settles it.</summary>
        public Clause? NamedIn { get; init; }
    }

    /// <summary>Talk to the bot itself: a greeting, thanks, a command.</summary>
    internal sealed record Help(HelpTopic Topic, double Confidence) : Answer(Confidence);
}

internal enum Verdict { None, MustNot, OnlyIf, May, Should, Info }

internal enum HelpTopic { WhatICanDo, Greeting, Thanks, ShowPolicy, Acknowledge, Cancel }

/// <summary>What kind of worry it is; each has its own first steps.</summary>
internal enum Concern { Worry, DangerNow, Disclosure, ContactFromChild, Image, AdultMayBeRisk, OwnDistress }

/// <summary>The school's own words for an answer: a verdict of 3 to 8 words, one or two sentences, what to do next.</summary>
internal sealed record Wording(string Verdict, string Explanation, string? NextStep);

/// <summary>The one thing to find out, and its answers, each with the whole sentence that a button says.</summary>
internal sealed record FollowUp(string Question, IReadOnlyList<Choice> Choices);

/// <summary>A button: what it shows, and the message it sends, which makes sense on its own.</summary>
internal sealed record Choice(string Label, string Says);
