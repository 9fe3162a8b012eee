namespace PolicyBot.Storage.Rows;

/// <summary>An errand. Open until <see cref="DoneAt"/>; a claim moves <see cref="NotBefore"/> to the end of the lease.</summary>
internal sealed class ErrandRow
{
    public long Id { get; init; }

    public required string Key { get; init; }

    public required string Kind { get; init; }

    public required string Person { get; init; }

    /// <summary>Empty once it is done: its service has it.</summary>
    public required string Body { get; init; }

    /// <summary>When it was first to be run; this is never moved.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>An <see cref="Turns.ErrandState"/>.</summary>
    public int State { get; init; }

    public string? Trace { get; init; }

    public string? Code { get; init; }

    public string? Sentence { get; init; }
}
