namespace PolicyBot.Storage.Rows;

/// <summary>Up to when the time of the channel, or of another service, is set aside, over all replicas.</summary>
internal sealed class PaceRow
{
    public required string Name { get; init; }

    /// <summary>Microseconds since 1970: the channel's share is finer than a millisecond where its limit is lifted.</summary>
    public required long FreeAt { get; init; }
}
