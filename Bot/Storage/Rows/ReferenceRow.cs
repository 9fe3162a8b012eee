namespace PolicyBot.Storage.Rows;

/// <summary>Where a conversation is and with whom, as the last activity from there said.</summary>
internal sealed class ReferenceRow
{
    public required string Conversation { get; init; }

    /// <summary>Whose personal conversation it is: an Entra object id; null for groups and channels.</summary>
    public string? Person { get; init; }

    /// <summary>The team that the conversation belongs to; null for a chat.</summary>
    public string? Team { get; init; }

    public required string ServiceUrl { get; init; }

    public required string Json { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}
