namespace PolicyBot.Turns;

/// <summary>
/// How far a list that is kept elsewhere has been read, by name, for all replicas. Every call throws
/// <see cref="StoreAwayException"/> where there is no database.
/// </summary>
internal interface IBookmarkStore
{
    Task<string?> FindAsync(string name, CancellationToken cancellationToken);

    /// <param name="place">Null takes the bookmark out.</param>
    Task KeepAsync(string name, string? place, CancellationToken cancellationToken);
}
