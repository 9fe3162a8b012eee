namespace PolicyBot.Acknowledgements.People;

/// <summary>All that is kept about one person: to be given to them, and to be erased. Articles 15 and 17 of the UK GDPR.</summary>
internal interface IPersonRecords
{
    /// <summary>Writes a JSON object: the ids, and under "tables" the rows of each table that has some.</summary>
    /// <param name="person">An id of theirs, even one of before.</param>
    /// <returns>How many rows there are; nothing is written where there is none.</returns>
    Task<int> WriteAsync(string person, Stream file, CancellationToken cancellationToken);

    /// <summary>Deletes what is about them. Entries of the register lose who and what they were about, and another says so.</summary>
    Task<Erasure> EraseAsync(string person, string by, string reason, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <param name="Entries">Of the register.</param>
/// <param name="Rows">Everywhere else.</param>
internal readonly record struct Erasure(int Entries, int Rows);
