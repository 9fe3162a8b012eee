using System.Text.Json.Serialization;
using PolicyBot.Acknowledgements;
using PolicyBot.Answers;

namespace PolicyBot.Dialogs;

/// <summary>The dialogs open in a conversation: the dialog stack of Bot Builder, its last on top.</summary>
internal sealed record DialogState
{
    public static DialogState Empty { get; } = new();

    /// <summary>How many were ever begun here, so that no two are taken for the same.</summary>
    public int Begun { get; init; }

    [JsonConverter(typeof(StackJson))]
    public IReadOnlyList<Progress> Stack { get; init; } = [];

    /// <summary>The progress of the dialog on top; of one that is not there yet, it is put there.</summary>
    public DialogState With(Progress progress) => Stack is [.., var top] && top.Instance == progress.Instance
        ? this with { Stack = [.. Stack.SkipLast(1), progress] }
        : this with { Begun = Begun + 1, Stack = [.. Stack, progress] };

    public DialogState Without(Progress progress) => this with { Stack = [.. Stack.Where(each => each.Instance != progress.Instance)] };

    public string NewInstance(DateTimeOffset now) => $"{Begun + 1}-{now.ToUnixTimeSeconds():x}";
}

/// <summary>How far a dialog is. Holds what was chosen, and nothing typed but a draft, without names, that is to be sent.</summary>
/// <param name="Instance">Of this dialog, one of its kind in the conversation.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(InScenario), "scenario")]
[JsonDerivedType(typeof(Choosing), "choosing")]
[JsonDerivedType(typeof(Drafting), "drafting")]
[JsonDerivedType(typeof(Answering), "answering")]
[JsonDerivedType(typeof(Acknowledging), "acknowledging")]
internal abstract record Progress(string Instance, DateTimeOffset At)
{
    /// <summary>Counts everything that was answered: a button of an earlier step is known by it.</summary>
    public int Step { get; init; }

    /// <summary>How often in a row an answer was not understood.</summary>
    public int Misunderstood { get; init; }

    /// <summary>How often in a row something else was asked instead.</summary>
    public int Interrupted { get; init; }

    /// <summary>Whether the person began it by name or has answered something: what is only offered gives way.</summary>
    public bool IsTakenUp { get; init; }

    internal sealed record InScenario(string Scenario, string Fingerprint, string Instance, DateTimeOffset At) : Progress(Instance, At)
    {
        public IReadOnlyList<ToldFact> Facts { get; init; } = [];

        /// <summary>The fact that is being put right; null where the next open one is asked.</summary>
        public string? Correcting { get; init; }

        [JsonIgnore]
        public Told Told => new(Facts);
    }

    /// <summary>One question, each answer of which is a whole sentence to be answered in its turn.</summary>
    internal sealed record Choosing(string Question, IReadOnlyList<Choice> Choices, string Instance, DateTimeOffset At) : Progress(Instance, At);

    /// <summary>A question for the manager that is being written.</summary>
    /// <param name="Text">Without names of people; null where nothing is written yet.</param>
    internal sealed record Drafting(string? Text, string? Policy, string Instance, DateTimeOffset At) : Progress(Instance, At);

    /// <summary>The manager is to write an answer to a question.</summary>
    internal sealed record Answering(string Question, string Instance, DateTimeOffset At) : Progress(Instance, At);

    /// <summary>A policy is being acknowledged.</summary>
    /// <param name="TextHash">Of the text that was shown: another text is another acknowledgement.</param>
    internal sealed record Acknowledging(string Policy, string TextHash, string Instance, DateTimeOffset At) : Progress(Instance, At)
    {
        /// <summary>The clauses that are different, for somebody who confirmed the text before; null where it is the whole text.</summary>
        public IReadOnlyList<string>? Clauses { get; init; }

        /// <summary>The receipt of that earlier confirmation.</summary>
        public string? Earlier { get; init; }

        /// <summary>Null while the policy is being read.</summary>
        public QuizState? Quiz { get; init; }
    }

    /// <summary>The same after the person said something to it.</summary>
    public Progress Moved(DateTimeOffset now) => this with { Step = Step + 1, At = now, Misunderstood = 0, Interrupted = 0, IsTakenUp = true };
}
