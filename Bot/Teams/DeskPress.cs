using System.Text.Json;

namespace PolicyBot.Teams;

/// <summary>A button on the manager's card of a question.</summary>
internal abstract record DeskPress(string Question)
{
    /// <summary>What the field "clause" says where the answer rests on none.</summary>
    private const string NoClause = "none";

    /// <param name="Text">The field "answer".</param>
    /// <param name="Clause">The field "clause".</param>
    internal sealed record Answer(string Question, string? Text, string? Clause) : DeskPress(Question);

    /// <summary>The answer is to be given next time.</summary>
    internal sealed record Keep(string Question) : DeskPress(Question);

    /// <returns>The button pressed; null where the activity is no press of such a button.</returns>
    public static DeskPress? In(JsonElement? value) => PressData.Of(value) is { } data ? data.Text("do") switch
    {
        "answer-question" => new Answer(data.Text("question"), data.TextOrNull("answer"), data.TextOrNull("clause") is { } clause and not NoClause ? clause : null),
        "keep-question" => new Keep(data.Text("question")),
        _ => null,
    }
    : null;
}
