namespace PolicyBot.Teams.Cards;

/// <summary>A policy is to be reviewed: how it stands, what the review needs, what can be done.</summary>
internal sealed record ReviewCard(string Title, string Headline) : Card
{
    public override string Summary => Plain($"{Title}: {Headline}");

    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>What the heading over <see cref="Findings"/> says; null where there are none.</summary>
    public string? Heading { get; init; }

    public IReadOnlyList<CardFact> Findings { get; init; } = [];

    /// <summary>Clauses before and after, where another text is looked at.</summary>
    public IReadOnlyList<CardChange> Changes { get; init; } = [];

    public string? Note { get; init; }

    public IReadOnlyList<CardButton> Buttons { get; init; } = [];
}

/// <summary>A few lines to fill in, and one button.</summary>
internal sealed record FormCard(string Title, string Intro, IReadOnlyList<CardField> Fields, CardButton Enter) : Card
{
    public override string Summary => Plain($"{Title}: {Intro}");

    public string? Note { get; init; }

    /// <summary>For a text of many lines.</summary>
    public IReadOnlyList<CardField> Long { get; init; } = [];
}

/// <param name="Value">What stands in it before anybody types.</param>
internal sealed record CardField(string Id, string Label, string Value);
