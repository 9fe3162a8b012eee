namespace PolicyBot.Turns;

/// <summary>What conversations remember. Every call throws <see cref="StoreAwayException"/> where there is no database.</summary>
internal interface ITurnStore
{
    /// <param name="keys">None, one, or two: the activity's and the button's.</param>
    Task<Remembered> LoadAsync(ConversationKey conversation, IReadOnlyList<TurnKey> keys, CancellationToken cancellationToken);

    /// <summary>All of a turn, or nothing of it.</summary>
    /// <returns>The ids of the replies in the outbox; null where the race was lost: another turn came first, this one has been, or a record no longer fits the world.</returns>
    Task<IReadOnlyList<long>?> CommitAsync(TurnCommit commit, CancellationToken cancellationToken);

    /// <summary>The bot left: state and reference go, and what was still to be sent there is marked so.</summary>
    /// <param name="team">The team that it left, with all conversations in it; null for a chat.</param>
    Task ForgetAsync(ConversationKey conversation, string? team, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <param name="Json">The state, or null where there is none yet.</param>
/// <param name="Version">Of the state; 0 where there is none yet.</param>
/// <param name="Answer">
/// What this very turn was answered with when it came before; empty where that is no longer kept, null where it has not come.
/// </param>
/// <param name="WaitsUntil">Until when the conversation waits for an answer; null where it does not.</param>
internal sealed record Remembered(string? Json, long Version, string? Answer, DateTimeOffset? WaitsUntil = null);

/// <param name="Version">The version that was loaded; the commit writes the next.</param>
/// <param name="Keys">Under which the turn is heard, and until when each is remembered.</param>
internal sealed record TurnCommit(ConversationKey Conversation, long Version, string State, DateTimeOffset Now)
{
    public IReadOnlyList<(TurnKey Key, DateTimeOffset Until)> Keys { get; init; } = [];

    public string Answer { get; init; } = "";

    /// <summary>Sent by this turn itself, and by the outbox where it does not come to that.</summary>
    public IReadOnlyList<Promise> Replies { get; init; } = [];

    /// <summary>Sent by the outbox.</summary>
    public IReadOnlyList<Promise> Promises { get; init; } = [];

    /// <summary>Each of a kind that the store knows how to write.</summary>
    public IReadOnlyList<object> Records { get; init; } = [];

    public DateTimeOffset? WaitsUntil { get; init; }

    /// <summary>As it was loaded.</summary>
    public DateTimeOffset? WaitedUntil { get; init; }

    /// <summary>To the millisecond, as it is kept.</summary>
    public bool ChangesWaiting => WaitsUntil?.ToUnixTimeMilliseconds() != WaitedUntil?.ToUnixTimeMilliseconds();
}
