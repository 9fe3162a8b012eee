using Microsoft.EntityFrameworkCore;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <inheritdoc cref="IRecordStore"/>
internal sealed class RecordStore(Databases databases, TurnRecords records, TimeProvider clock) : IRecordStore
{
    public async Task<bool> WriteAsync(IReadOnlyList<object> written, IReadOnlyList<Promise> promises, CancellationToken cancellationToken)
    {
        try
        {
            return await databases.WriteAsync(async database =>
            {
                await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
                database.Database.AutoSavepointsEnabled = false; // What fails is given up whole.
                if (!await records.WriteAsync(database, written, cancellationToken))
                    return false;

                var keys = promises.Select(promise => promise.Key).OfType<string>().ToList();
                var known = await database.Outbox.Where(row => keys.Contains(row.Key!)).Select(row => row.Key!).ToHashSetAsync(cancellationToken);
                database.Outbox.AddRange(promises.Where(promise => promise.Key is null || known.Add(promise.Key)).Select(promise => OutboxRows.From(promise, clock.GetUtcNow())));
                await database.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return true;
            }, cancellationToken);
        }
        catch (Exception fault) when (DatabaseFaults.IsLostRace(fault))
        {
            return false;
        }
    }
}
