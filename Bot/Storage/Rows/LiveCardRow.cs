namespace PolicyBot.Storage.Rows;

/// <summary>A card that is brought up to date in its place.</summary>
internal sealed class LiveCardRow
{
    public required string Name { get; init; }

    public required string Conversation { get; init; }

    public required string Activity { get; init; }

    public string? Shown { get; init; }

    public required DateTimeOffset ShownAt { get; init; }

    public required DateTimeOffset Until { get; init; }
}
