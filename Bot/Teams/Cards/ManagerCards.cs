using System.Text.Json.Serialization;

namespace PolicyBot.Teams.Cards;

/// <summary>A question for the manager, before it is sent: whoever asks sees every word, and may change it.</summary>
/// <param name="Text">What stands in the field "text"; its buttons send what stands there when they are pressed.</param>
internal sealed record DraftCard(
    string Title, string Intro, [property: JsonIgnore] string Text, CardButton Send, CardButton SendWithoutName, CardButton Cancel) : Card
{
    public override string Summary => Title;

    public string? Note { get; init; }

    [JsonPropertyName("text")]
    public string Typed => Cut(Text);
}

/// <summary>A question that a member of staff sent to the manager.</summary>
/// <param name="From">Who asks: a name as the channel says it, or that none was given.</param>
/// <param name="Asked">When.</param>
/// <param name="Text">The question as it was typed.</param>
/// <param name="Clauses">What an answer may rest on, for the field "clause"; the answer itself is the field "answer".</param>
internal sealed record ManagerQuestionCard(
    string Title, string From, string Asked, [property: JsonIgnore] string Text, IReadOnlyList<ClauseChoice> Clauses, CardButton Answer) : Card
{
    public override string Summary => Title;

    public string From { get; init; } = Cut(From, LongestFact);

    public string? Note { get; init; }

    /// <summary>The manager's answer as it was typed; there are no fields then.</summary>
    [JsonIgnore]
    public string? Answered { get; init; }

    public IReadOnlyList<CardButton> More { get; init; } = [];

    public IReadOnlyList<string> Question => Lines(Text);

    public IReadOnlyList<string> Given => Lines(Answered);
}

internal sealed record ClauseChoice(string Id, string Label);
