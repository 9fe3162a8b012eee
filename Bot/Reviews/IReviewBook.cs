namespace PolicyBot.Reviews;

/// <summary>The reviews there were and are. Every call may find no database, and then says so by an exception of the storage.</summary>
internal interface IReviewBook
{
    /// <returns>Of all policies, in the order of their days.</returns>
    Task<IReadOnlyList<Review>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>A review as it is from now on; nothing is written where somebody else wrote it since it was read.</summary>
internal sealed record ReviewRecord(Review Review);
