namespace PolicyBot.Storage;

/// <summary>
/// Writes one kind of record in the transaction of the turn that made it. Registered as a service of this type; a record
/// that no writer knows is a defect.
/// </summary>
internal interface ITurnRecordWriter
{
    bool Writes(object record);

    /// <summary>Adds rows, which are saved with the turn after all its records were seen, or changes rows at once.</summary>
    /// <returns>False where the world is no longer what the turn was decided on: nothing is kept, and it is decided again.</returns>
    Task<bool> WriteAsync(BotDatabase database, object record, CancellationToken cancellationToken);
}

/// <inheritdoc cref="ITurnRecordWriter"/>
internal abstract class TurnRecordWriter<TRecord> : ITurnRecordWriter
    where TRecord : class
{
    public bool Writes(object record) => record is TRecord;

    public Task<bool> WriteAsync(BotDatabase database, object record, CancellationToken cancellationToken) =>
        WriteAsync(database, (TRecord)record, cancellationToken);

    /// <inheritdoc cref="ITurnRecordWriter.WriteAsync"/>
    protected abstract Task<bool> WriteAsync(BotDatabase database, TRecord record, CancellationToken cancellationToken);
}
