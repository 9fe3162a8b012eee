using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PolicyBot.Teams.Cards;

/// <summary>
/// What a card shows; how, says the template of the same name. Our own words may be **bold**. What a person typed is
/// shown as typed, without formatting, where a comment here says so, and belongs nowhere else.
/// </summary>
internal abstract record Card
{
    /// <summary>In a few plain words: for a notification, a client without cards, and a voice.</summary>
    public abstract string Summary { get; }

    /// <summary>A card takes at most 28 KB: so much of what a person typed is shown, and can be typed.</summary>
    public const int LongestTyped = 3_000, LongestFact = 300;

    private const int MostLines = 40;

    internal static string Cut(string typed, int longest = LongestTyped) => typed.Length <= longest
        ? typed
        : $"{typed[..(char.IsHighSurrogate(typed[longest - 2]) ? longest - 2 : longest - 1)]}…";

    /// <summary>Line by line, which is how a card shows text without formatting.</summary>
    private protected static IReadOnlyList<string> Lines(string? typed) => typed is null
        ? []
        : Cut(typed).Split('\n', MostLines, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private protected static string Plain(string text) => text.Replace("**", "", StringComparison.Ordinal);
}

/// <summary>A button: the data it sends, in which "do" says what is to be done, and what it shows. A phone has room for 35 characters.</summary>
internal sealed record CardButton(string Label, JsonObject Data);

/// <param name="Value">May be what a person typed.</param>
internal sealed record CardFact(string Label, string Value)
{
    public string Value { get; init; } = Card.Cut(Value, Card.LongestFact);
}

/// <summary>A clause word for word.</summary>
/// <param name="Source">"Social Media Policy: invitations".</param>
/// <param name="Link">To the clause on the policy's page, where there is one.</param>
internal sealed record QuotedClause(string Text, string Source, string? Link);

/// <summary>One question of a dialog, to be answered by a button or by typing.</summary>
/// <param name="Title">Of the dialog; of a question that belongs to none there is none.</param>
internal sealed record QuestionCard(string? Title, string Question, IReadOnlyList<CardButton> Answers, CardButton Unsafe) : Card
{
    public override string Summary => Plain(Question);

    public string? Title { get; init; } = Title is { Length: > 0 } ? Title : null;

    /// <summary>Such as why it is asked, or that an answer was not understood.</summary>
    public string? Note { get; init; }

    /// <summary>Answers that are too long for a button: numbered, as the buttons are.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What was told so far.</summary>
    public IReadOnlyList<CardFact> Told { get; init; } = [];

    /// <summary>One for each fact: "Change: How you know the parent".</summary>
    [JsonIgnore]
    public IReadOnlyList<CardButton> Change { get; init; } = [];

    /// <summary>Back, start again, cancel.</summary>
    [JsonIgnore]
    public IReadOnlyList<CardButton> More { get; init; } = [];

    /// <summary>What stands under "More".</summary>
    public IReadOnlyList<CardButton> Folded => [.. More, .. Change];
}
