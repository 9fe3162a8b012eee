namespace PolicyBot.Teams.Cards;

/// <summary>A word, and perhaps a way to go on from it: what stands where a card has done its work.</summary>
internal sealed record NoteCard(string Text) : Card
{
    public override string Summary => Title ?? Text;

    public string? Title { get; init; }

    public IReadOnlyList<CardButton> Buttons { get; init; } = [];
}
