namespace PolicyBot.Storage.Rows;

/// <summary>A text of a policy that was in force.</summary>
internal sealed class PolicyTextRow
{
    public required string Policy { get; init; }

    public required string Version { get; init; }

    public required string TextHash { get; init; }

    public required string File { get; init; }

    public required DateTimeOffset Since { get; init; }
}

/// <summary>What the manager said that a new text is.</summary>
internal sealed class TextChangeRow
{
    public required string Policy { get; init; }

    public required int Number { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required bool IsCorrection { get; init; }

    /// <summary>Ids of clauses with blanks between.</summary>
    public required string Clauses { get; init; }

    public required string By { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}
