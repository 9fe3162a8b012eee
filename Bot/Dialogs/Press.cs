using PolicyBot.Answers;

namespace PolicyBot.Dialogs;

/// <summary>A button of a dialog. Those of a dialog under way name it and its step, so that an old card's are known as such.</summary>
internal abstract record Press
{
    private Press()
    {
    }

    /// <summary>An answer to a question of a scenario.</summary>
    internal sealed record Answer(Place Place, string Fact, string Value) : Press;

    /// <summary>The answer of that number to a question with whole sentences.</summary>
    internal sealed record Choice(Place Place, int Number) : Press;

    internal sealed record Steer(Place Place, Steering Steering, string? Fact = null) : Press;

    /// <summary>Begins a scenario with what was told already, and puts a fact right where one is named.</summary>
    internal sealed record Begin(string Scenario, Told Told, string? Correcting = null) : Press;

    /// <summary>Has the manager asked: what was typed, or what was told in a scenario.</summary>
    internal sealed record PassOn(string? Text, string? Policy, string Scenario, Told Told) : Press
    {
        /// <summary>What is said to the draft that comes of it.</summary>
        public Note Note { get; init; }
    }

    internal sealed record Send(Place Place, CleanText Text, bool IsAnonymous) : Press;

    /// <summary>The manager wants to write an answer to a question.</summary>
    internal sealed record Write(string Question) : Press;

    /// <summary>Begins acknowledging a policy.</summary>
    internal sealed record Acknowledge(string Policy) : Press;

    /// <summary>A child may be unsafe: the route, whatever else is going on.</summary>
    internal sealed record Unsafe(Concern Concern) : Press;
}

/// <summary>Where in a dialog a button stands.</summary>
/// <param name="Scenario">So that it can be begun anew from a card whose dialog is over; empty where there is none.</param>
internal sealed record Place(string Instance, int Step, string Scenario)
{
    public bool IsOf(Progress progress) => Instance == progress.Instance && Step == progress.Step;
}
