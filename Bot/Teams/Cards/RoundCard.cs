namespace PolicyBot.Teams.Cards;

/// <summary>A round of acknowledgements as the manager sees it.</summary>
/// <param name="Headline">"18 of 22 have confirmed."</param>
internal sealed record RoundCard(string Title, string Headline) : Card
{
    public override string Summary => Plain($"{Title}: {Headline}");

    /// <summary>What the chart shows. Where a client draws none, it says the same in words.</summary>
    public IReadOnlyList<CardSlice> Slices { get; init; } = [];

    public string? InWords => Slices.Count == 0 ? null : string.Join(", ", Slices.Select(slice => $"{slice.Legend}: {slice.Value}"));

    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Who is missing, each with why.</summary>
    public IReadOnlyList<CardFact> Missing { get; init; } = [];

    public IReadOnlyList<CardButton> Buttons { get; init; } = [];
}

/// <param name="Color">Of the chart: good, warning, attention, neutral.</param>
internal sealed record CardSlice(string Legend, int Value, string Color);
