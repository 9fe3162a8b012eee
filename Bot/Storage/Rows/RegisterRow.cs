namespace PolicyBot.Storage.Rows;

/// <summary>An entry of the register of acknowledgements. Never changed, but for an erasure that another entry tells of.</summary>
internal sealed class RegisterRow
{
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Kind { get; init; }

    public required string Item { get; init; }

    public required string Version { get; init; }

    public string? Person { get; set; }

    /// <summary>Of a confirmation: the round it belongs to, empty where there was none. So that each round is confirmed once; the proof is in the detail. Null once it was corrected.</summary>
    public string? Round { get; init; }

    public string? Detail { get; set; }

    public byte[]? Salt { get; set; }

    public required byte[] Digest { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>The one row that says where the register ends. Whoever appends holds it until they commit, so that the chain has no fork.</summary>
internal sealed class RegisterHeadRow
{
    public const int Only = 1;

    public required int Id { get; init; }

    public required long Count { get; set; }

    public required byte[] Hash { get; set; }
}
