using Microsoft.EntityFrameworkCore;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>Writes errands in the transaction of what they follow from. The database itself keeps a key to one errand.</summary>
internal sealed class ErrandRecords(TimeProvider clock) : TurnRecordWriter<Errands>
{
    protected override async Task<bool> WriteAsync(BotDatabase database, Errands record, CancellationToken cancellationToken)
    {
        if (record.InsteadOf is { } prefix)
            await ErrandRows.CancelAsync(database, prefix, clock.GetUtcNow(), cancellationToken);

        // In the order of their keys: two that ask for the same do not wait for each other.
        foreach (var (errand, at) in record.Asked.OrderBy(errand => errand.Key, StringComparer.Ordinal).Select(errand => (errand, errand.NotBefore.ToUnixTimeMilliseconds())))
            await database.Database.ExecuteSqlAsync($"""
                INSERT INTO "Errands" ("Key", "Kind", "Person", "Body", "DueAt", "NotBefore", "Attempts", "State")
                VALUES ({errand.Key}, {errand.Kind}, {errand.Person}, {errand.Body}, {at}, {at}, 0, 0) ON CONFLICT ("Key") DO NOTHING
                """, cancellationToken);

        return true;
    }
}
