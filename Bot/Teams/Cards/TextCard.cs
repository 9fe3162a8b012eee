namespace PolicyBot.Teams.Cards;

/// <summary>A policy has another text: what is different, and what the manager can say of it.</summary>
/// <param name="Reason">What the field "reason" asks for.</param>
internal sealed record TextCard(string Title, string Headline, string Reason, CardButton Corrected, CardButton Changed) : Card
{
    public override string Summary => Plain($"{Title}: {Headline}");

    public string? Note { get; init; }

    public IReadOnlyList<CardChange> Changes { get; init; } = [];

    /// <summary>What each of the two buttons does.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <param name="Name">Of the clause.</param>
/// <param name="Before">Empty where it is new.</param>
/// <param name="After">Empty where it is no longer there.</param>
internal sealed record CardChange(string Name, string? Before, string? After);
