namespace PolicyBot.Storage.Rows;

/// <summary>A promised message. Open until <see cref="DoneAt"/>; a claim moves <see cref="NotBefore"/> to the end of the lease.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    public string? Key { get; init; }

    public string? Campaign { get; init; }

    /// <summary>0 goes first: replies. 1: campaigns.</summary>
    public required int Lane { get; init; }

    public required string Thread { get; init; }

    /// <summary>An Entra object id, where the message is for a person and not for a conversation.</summary>
    public string? Person { get; init; }

    public string? ServiceUrl { get; init; }

    /// <summary>Empty once the message is done: nobody needs its text any more.</summary>
    public required string Activity { get; init; }

    public required DateTimeOffset PromisedAt { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Null while open and when delivered; otherwise why not: "403 ConversationBlockedByUser".</summary>
    public string? Refusal { get; init; }
}
