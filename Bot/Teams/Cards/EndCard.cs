using System.Text.Json.Serialization;

namespace PolicyBot.Teams.Cards;

/// <summary>Where a dialog ends: what holds in this case, and what to do.</summary>
/// <param name="Headline">The verdict, in 3 to 8 words.</param>
internal sealed record EndCard(string Title, string Headline, string Because, CardButton Unsafe) : Card
{
    public override string Summary => Plain($"{Title}: {Headline}");

    public string? Note { get; init; }

    /// <summary>What was told.</summary>
    public IReadOnlyList<CardFact> Told { get; init; } = [];

    /// <summary>One for each fact.</summary>
    [JsonIgnore]
    public IReadOnlyList<CardButton> Change { get; init; } = [];

    /// <summary>What to do, in order.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Words to copy for the reply to a parent.</summary>
    public string? Say { get; init; }

    public IReadOnlyList<QuotedClause> Clauses { get; init; } = [];

    /// <summary>A sentence above the clauses, where they do not settle it.</summary>
    public string? Near { get; init; }

    /// <summary>Whom to ask.</summary>
    public string? Ask { get; init; }

    /// <summary>Passes the question to the manager, where the policy leaves it open.</summary>
    public CardButton? PassOn { get; init; }

    /// <summary>Start again, and the like.</summary>
    [JsonIgnore]
    public IReadOnlyList<CardButton> More { get; init; } = [];

    /// <summary>What stands under "More".</summary>
    public IReadOnlyList<CardButton> Folded => [.. More, .. Change];
}
