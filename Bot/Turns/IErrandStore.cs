namespace PolicyBot.Turns;

/// <summary>
/// The errands asked for and how they fared; asked for by <see cref="Errands"/>. Every call throws
/// <see cref="StoreAwayException"/> where there is no database.
/// </summary>
internal interface IErrandStore
{
    /// <returns>The kinds of which something is due.</returns>
    Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes errands of a kind that are due, those that waited longest first. Nobody else gets them before the lease ends.</summary>
    Task<IReadOnlyList<ClaimedErrand>> ClaimAsync(string kind, int most, DateTimeOffset now, DateTimeOffset leaseEnds, CancellationToken cancellationToken);

    Task SettleAsync(IReadOnlyList<SettledErrand> settled, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Sets time on a kind's service aside, for all replicas together.</summary>
    /// <returns>When the time set aside begins: now, or when that of others ends.</returns>
    Task<DateTimeOffset> ReserveAsync(string kind, TimeSpan time, DateTimeOffset now, CancellationToken cancellationToken);

    /// <returns>Null where it was never asked for, or is long done and cleaned up.</returns>
    Task<KnownErrand?> FindAsync(string key, CancellationToken cancellationToken);

    /// <returns>Those whose keys begin so, by key.</returns>
    Task<IReadOnlyList<KnownErrand>> UnderAsync(string keyPrefix, CancellationToken cancellationToken);

    /// <returns>Those refused since then, and those in vain so far, that nothing later of the same kind and person has made good; the newest first.</returns>
    Task<IReadOnlyList<KnownErrand>> TroublesAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Those not run yet are not run any more. One that is being run just now may still come to be done.</summary>
    /// <returns>How many.</returns>
    Task<int> CancelAsync(string keyPrefix, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <param name="Attempt">From 1.</param>
/// <param name="DueAt">When it was first due: since when its service has had time.</param>
internal sealed record ClaimedErrand(long Id, Errand Errand, int Attempt, DateTimeOffset DueAt);

/// <param name="At">When it is tried again; no matter where it is not.</param>
internal sealed record SettledErrand(long Id, ErrandOutcome Outcome, DateTimeOffset At);

internal enum ErrandState
{
    Open = 0,
    Done = 1,
    Refused = 2,
    Cancelled = 3,
}

/// <summary>What has become of an errand.</summary>
/// <param name="At">When it was settled; while open, when it is due, or for how long it is claimed.</param>
/// <param name="Code">Of a refusal: the service's own.</param>
/// <param name="Sentence">Of a refusal, and why an open one was in vain so far.</param>
internal sealed record KnownErrand(Errand Errand, ErrandState State, int Attempts, DateTimeOffset At, string? Trace, string? Code, string? Sentence);
