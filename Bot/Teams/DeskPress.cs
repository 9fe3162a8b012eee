using System.Text.Json;

namespace PolicyBot.Teams;

/// <summary>A button on a card of the manager's.</summary>
internal abstract record DeskPress(string Question)
{
    /// <summary>What the field "clause" says where the answer rests on none.</summary>
    private const string NoClause = "none";

    /// <param name="Text">The field "answer".</param>
    /// <param name="Clause">The field "clause".</param>
    internal sealed record Answer(string Question, string? Text, string? Clause) : DeskPress(Question);

    /// <summary>The answer is to be given next time.</summary>
    internal sealed record Keep(string Question) : DeskPress(Question);

    /// <summary>On the card of a round.</summary>
    /// <param name="Round">The one that was open when the card was made; null where none was.</param>
    internal sealed record Steer(string What, string Policy, string? Round) : DeskPress("");

    /// <summary>On the card of a new text: a correction, or another meaning.</summary>
    /// <param name="Version">The text the card is about.</param>
    /// <param name="Reason">The field "reason"; null where nothing was written.</param>
    internal sealed record Settle(bool IsCorrection, string Policy, string Version, string? Reason) : DeskPress("");

    /// <summary>On the card of a review, or of what is asked about it.</summary>
    /// <param name="Due">The review's day as on the card.</param>
    internal sealed record Review(string What, string Policy, string Due) : DeskPress("")
    {
        public string? Approved { get; init; }

        public string? On { get; init; }

        public string? Next { get; init; }

        public string? Person { get; init; }

        /// <summary>A whole policy, pasted.</summary>
        public string? Text { get; init; }
    }

    /// <returns>The button pressed; null where the activity is no press of such a button.</returns>
    public static DeskPress? In(JsonElement? value) => PressData.Of(value) is { } data ? data.Text("do") switch
    {
        "answer-question" => new Answer(data.Text("question"), data.TextOrNull("answer"), data.TextOrNull("clause") is { } clause and not NoClause ? clause : null),
        ['r', 'o', 'u', 'n', 'd', '-', .. var what] => new Steer(what, data.Text("policy"), data.TextOrNull("round")),
        ['r', 'e', 'v', 'i', 'e', 'w', '-', .. var what] => new Review(what, data.Text("policy"), data.Text("due"))
        {
            Approved = data.TextOrNull("approved"),
            On = data.TextOrNull("on"),
            Next = data.TextOrNull("next"),
            Person = data.TextOrNull("person"),
            Text = data.TextOrNull("text"),
        },
        "text-corrected" or "text-changed" => new Settle(data.Text("do") == "text-corrected", data.Text("policy"), data.Text("version"), data.TextOrNull("reason")),
        "keep-question" => new Keep(data.Text("question")),
        _ => null,
    }
    : null;
}
