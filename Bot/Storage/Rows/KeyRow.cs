namespace PolicyBot.Storage.Rows;

/// <summary>A secret that all replicas share, and nobody else is to have.</summary>
internal sealed class KeyRow
{
    public required string Name { get; init; }

    /// <summary>Hexadecimal.</summary>
    public required string Secret { get; init; }
}
