namespace PolicyBot.Turns;

/// <summary>What rooms write down outside of any turn. Throws <see cref="StoreAwayException"/> where there is no database.</summary>
internal interface IRecordStore
{
    /// <summary>The records and the messages that go with them, in one transaction. A key promised before is not promised again.</summary>
    /// <returns>False where a record no longer fits the world: nothing is kept.</returns>
    Task<bool> WriteAsync(IReadOnlyList<object> records, IReadOnlyList<Promise> promises, CancellationToken cancellationToken);
}
