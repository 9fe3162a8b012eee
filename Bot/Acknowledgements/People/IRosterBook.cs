namespace PolicyBot.Acknowledgements.People;

/// <summary>The roster as it was last brought in. Every call may find no database, and then says so by an exception of the storage.</summary>
internal interface IRosterBook
{
    Task<Roster> ReadAsync(CancellationToken cancellationToken);

    /// <summary>People are matched by id. Whoever is no longer listed stays as they were: a leaver is listed with a last day.</summary>
    /// <returns>What is otherwise than before.</returns>
    Task<RosterComparison> BringInAsync(Roster roster, DateTimeOffset at, CancellationToken cancellationToken);
}
