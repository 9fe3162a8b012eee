namespace PolicyBot.Storage.Rows;

/// <summary>A round of acknowledgements.</summary>
internal sealed class RoundRow
{
    public required string Id { get; init; }

    public required string Policy { get; init; }

    public required string Version { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string StartedBy { get; init; }

    public required string Trigger { get; init; }

    public required int State { get; set; }

    /// <summary>"2026-10-01..2026-10-04 2026-11-02..": the days on which it stood still.</summary>
    public required string Pauses { get; set; }
}

/// <summary>How far a round has come with one person.</summary>
internal sealed class RoundMemberRow
{
    public required string Round { get; init; }

    public required string Person { get; init; }

    public required DateOnly Issued { get; init; }

    public required int State { get; set; }

    /// <summary>"issue+0@1788249600000 reminder+7@1788854400000": the step and when it went out, in milliseconds since 1970.</summary>
    public required string Sent { get; set; }

    public required int Messages { get; set; }

    public DateTimeOffset? NextAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public DateTimeOffset? SeenAt { get; set; }

    public string? Reason { get; set; }
}
