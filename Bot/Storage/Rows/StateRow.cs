namespace PolicyBot.Storage.Rows;

/// <summary>What one conversation remembers, written only over the version that was read.</summary>
internal sealed class StateRow
{
    public required string Conversation { get; init; }

    public required long Version { get; set; }

    public required string Json { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Until when the conversation waits for an answer to what the bot asked.</summary>
    public DateTimeOffset? WaitsUntil { get; set; }
}
