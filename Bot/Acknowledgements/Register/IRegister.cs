namespace PolicyBot.Acknowledgements.Register;

/// <summary>The register of acknowledgements. Turns write it; it is never changed. Every call may find no database, and then says so by an exception of the storage.</summary>
internal interface IRegister
{
    /// <returns>What stands about one person, under earlier ids too, the oldest first.</returns>
    Task<IReadOnlyList<RegisterEntry>> OfAsync(string person, CancellationToken cancellationToken);

    /// <returns>The entry of that number; null where there is none.</returns>
    Task<RegisterEntry?> FindAsync(long number, CancellationToken cancellationToken);

    /// <summary>From the first entry to the last, and then the end as it is written beside them: as they were at one moment.</summary>
    Task<RegisterHead> ReadAsync(Action<RegisterEntry> take, CancellationToken cancellationToken);
}
