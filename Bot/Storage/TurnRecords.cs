namespace PolicyBot.Storage;

/// <summary>Hands a turn's records, one after the other, to whoever writes their kind.</summary>
internal sealed class TurnRecords(IEnumerable<ITurnRecordWriter> writers)
{
    private readonly IReadOnlyList<ITurnRecordWriter> _writers = [.. writers];

    /// <returns>False where one of them no longer fits the world.</returns>
    /// <exception cref="InvalidOperationException">Nobody writes this kind; nothing was written.</exception>
    public async Task<bool> WriteAsync(BotDatabase database, IReadOnlyList<object> records, CancellationToken cancellationToken)
    {
        foreach (var (writer, record) in records.Select(record => (WriterOf(record), record)).ToList())
        {
            if (!await writer.WriteAsync(database, record, cancellationToken))
                return false;
        }

        return true;
    }

    private ITurnRecordWriter WriterOf(object record) => _writers.FirstOrDefault(writer => writer.Writes(record))
        ?? throw new InvalidOperationException($"Nothing here writes a {record.GetType().Name} with a turn.");
}
