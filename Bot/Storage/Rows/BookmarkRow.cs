namespace PolicyBot.Storage.Rows;

/// <summary>How far a list that is kept elsewhere has been read.</summary>
internal sealed class BookmarkRow
{
    public required string Name { get; init; }

    public required string Place { get; init; }
}
