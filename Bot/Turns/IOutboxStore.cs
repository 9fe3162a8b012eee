namespace PolicyBot.Turns;

/// <summary>The messages promised and how they fared. Every call throws <see cref="StoreAwayException"/> where there is no database.</summary>
internal interface IOutboxStore
{
    /// <returns>How many were new; a key promised before is not promised again.</returns>
    Task<int> PromiseAsync(IReadOnlyList<Promise> promises, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Takes messages that are due, the first of each thread only, replies before campaigns. Nobody else gets them before
    /// the lease ends; a thread that has had its share of messages in a window waits.
    /// </summary>
    Task<IReadOnlyList<OutboxMessage>> ClaimAsync(int most, DateTimeOffset now, DateTimeOffset leaseEnds, CancellationToken cancellationToken);

    Task SettleAsync(IReadOnlyList<Settlement> settlements, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Sets time on the channel aside, for all replicas together.</summary>
    /// <returns>When the time set aside begins: now, or when that of others ends.</returns>
    Task<DateTimeOffset> ReserveAsync(TimeSpan time, DateTimeOffset now, CancellationToken cancellationToken);

    Task<IReadOnlyList<CampaignProgress>> ProgressAsync(CancellationToken cancellationToken);

    /// <returns>Whom the channel refuses to deliver to, since when and why, until they write or a message gets through.</returns>
    Task<IReadOnlyList<UnreachablePerson>> UnreachableAsync(CancellationToken cancellationToken);

    /// <returns>
    /// Since when the message that waits longest could have been sent; null where none waits. Of a campaign only where
    /// it does not move: it takes as long as the channel's limit makes it.
    /// </returns>
    Task<DateTimeOffset?> OldestDueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

internal sealed record OutboxMessage(long Id, Recipient To, string Activity, int Attempts, DateTimeOffset PromisedAt);

/// <summary>How a message fared.</summary>
/// <param name="Person">Whose delivery state it is: an Entra object id, or the thread where no person is known.</param>
internal abstract record Settlement(long Id, string Person)
{
    internal sealed record Delivered(long Id, string Person) : Settlement(Id, Person);

    /// <summary>Final: the channel said why.</summary>
    internal sealed record Undeliverable(long Id, string Person, int Status, string Code) : Settlement(Id, Person)
    {
        public string Reason => $"{(Status > 0 ? $"{Status} " : "")}{Code}".TrimEnd();

        /// <summary>It is the person who cannot be reached, and not this message that cannot be sent.</summary>
        public bool IsOfPerson => Status is 403 or 404;
    }

    internal sealed record TryAgain(long Id, string Person, DateTimeOffset At) : Settlement(Id, Person);
}

/// <param name="Person">An Entra object id, or a conversation where no person is known.</param>
/// <param name="Reason">The channel's status and code: "403 ConversationBlockedByUser".</param>
internal sealed record UnreachablePerson(string Person, string Reason, DateTimeOffset Since);

/// <param name="Campaign">Null for replies.</param>
internal sealed record CampaignProgress(string? Campaign, int Promised, int Delivered, int Undeliverable)
{
    public int Waiting => Promised - Delivered - Undeliverable;
}
