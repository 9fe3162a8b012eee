namespace PolicyBot.Storage.Rows;

/// <summary>Somebody the channel refuses to deliver to, until they write or a message gets through.</summary>
internal sealed class UnreachableRow
{
    public required string Person { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset Since { get; init; }
}
