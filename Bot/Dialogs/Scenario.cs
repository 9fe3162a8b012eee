using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>
/// A situation staff get into, and what to do in it: facts to find out, and outcomes that hang on them. The first outcome
/// whose facts hold is the end; a fact that decides between outcomes and is not known yet is what to ask next.
/// </summary>
internal sealed record Scenario(ScenarioId Id, Policy Policy, string Title, IReadOnlyList<Fact> Facts, IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>The situation in one sentence.</summary>
    public required string About { get; init; }

    /// <summary>What staff call it.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required IReadOnlyList<Entrance> Entrances { get; init; }

    /// <summary>Of the file it was read from: a dialog that began with other content ends kindly.</summary>
    public required string Fingerprint { get; init; }

    public Fact Fact(string name) => Facts.First(fact => fact.Name == name);

    public Next Next(Told told)
    {
        foreach (var outcome in Outcomes)
        {
            if (outcome.Fits(told) is not { } fits)
                return new Next.Asks(Fact(outcome.FirstOpen(told)));
            if (fits)
                return new Next.Ends(outcome);
        }

        throw new InvalidOperationException($"The scenario {Id} has no end for {told}.");
    }
}

/// <summary>"social-media/friend-request": the policy it belongs to and the name of its file.</summary>
internal readonly record struct ScenarioId(string Value)
{
    public static ScenarioId Of(PolicyId policy, string name) => new($"{policy}/{name}");

    public override string ToString() => Value;
}

/// <summary>What comes next in a scenario, by what was told so far.</summary>
internal abstract record Next
{
    private Next()
    {
    }

    internal sealed record Asks(Fact Fact) : Next;

    internal sealed record Ends(Outcome Outcome) : Next;
}

/// <summary>One thing to find out. Every fact can be answered with "not sure".</summary>
/// <param name="Label">The fact in a few words, before its value: "How you know the parent".</param>
/// <param name="Again">The question in other words, for whoever's answer was not understood.</param>
internal sealed record Fact(string Name, string Label, string Question, string Again, IReadOnlyList<FactValue> Values)
{
    public FactValue? Value(string name) => Values.FirstOrDefault(value => value.Name == name);

    /// <summary>Whether a value breaks no clause where another would, so that something may hang on it.</summary>
    public bool IsExcuse(string name) => Value(name) is { Breaks: null } && Values.Any(other => other.Breaks is not null);
}

/// <summary>One answer to a question.</summary>
/// <param name="Label">The answer as a button shows it.</param>
/// <param name="Short">The answer as it stands behind the fact's label.</param>
/// <param name="Breaks">The clause that forbids what this answer tells, whatever else is told.</param>
/// <param name="Telltale">By which words a story tells it unasked; null where it has to be asked.</param>
internal sealed record FactValue(string Name, string Label, string Short, Clause? Breaks, Telltale? Telltale)
{
    public const string NotSure = "not-sure";

    /// <summary>Replies that staff type for it; others like them are taken for it too.</summary>
    public IReadOnlyList<string> Typed { get; init; } = [];

    public bool IsNotSure => Name == NotSure;
}

/// <summary>How a scenario ends where the facts are these.</summary>
/// <param name="Verdict">None where the policy does not say.</param>
/// <param name="Route">The kind of concern where a child may be at risk: its steps are the end.</param>
internal sealed record Outcome(string Name, IReadOnlyList<Requirement> If, Verdict Verdict, Concern? Route)
{
    public required Wording Wording { get; init; }

    /// <summary>What to do, in order.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Words to copy for the reply to a parent; null where there is nothing to say.</summary>
    public string? Say { get; init; }

    /// <summary>Best first. Where the policy does not say: the nearest, which settles nothing; perhaps none.</summary>
    public IReadOnlyList<Clause> Clauses { get; init; } = [];

    /// <summary>Whom to go to, where that is not the manager: "the head teacher".</summary>
    public string? Contact { get; init; }

    /// <summary>The manager decides, so the question can be passed on.</summary>
    public bool AsksManager { get; init; }

    /// <returns>Whether its facts hold; null where that hangs on a fact not told yet.</returns>
    public bool? Fits(Told told) =>
        If.Any(needed => told[needed.Fact] is { } value && !needed.Values.Contains(value)) ? false
        : If.Any(needed => told[needed.Fact] is null) ? null
        : true;

    public string FirstOpen(Told told) => If.First(needed => told[needed.Fact] is null).Fact;
}

/// <summary>A fact and the values of it that an outcome is for.</summary>
internal sealed record Requirement(string Fact, IReadOnlyList<string> Values);
