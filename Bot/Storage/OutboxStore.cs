using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Rows;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>The outbox as a table that several replicas work off together.</summary>
internal sealed class OutboxStore(Databases databases, OutboxSettings limits) : IOutboxStore
{
    private const int Chunk = 500;

    public async Task<int> PromiseAsync(IReadOnlyList<Promise> promises, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var chunk in promises.Chunk(Chunk))
            added += await PromiseChunkAsync(chunk, now, cancellationToken);

        return added;
    }

    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(
        int most, DateTimeOffset now, DateTimeOffset leaseEnds, CancellationToken cancellationToken)
    {
        var rows = await databases.WriteAsync(database => database.Outbox
            .FromSqlRaw(ClaimStatement.For(databases.IsSqlite, limits.PerConversation, most), now.ToUnixTimeMilliseconds(), leaseEnds.ToUnixTimeMilliseconds())
            .AsNoTracking().ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.OrderBy(row => row.Lane).ThenBy(row => row.Id).Select(OutboxRows.Message)];
    }

    public Task SettleAsync(IReadOnlyList<Settlement> settlements, DateTimeOffset now, CancellationToken cancellationToken) =>
        databases.WriteAsync(async database =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await RoundDeliveries.NoteAsync(database, settlements, now, cancellationToken);
            await DeliveredAsync(database, [.. settlements.OfType<Settlement.Delivered>()], now, cancellationToken);
            foreach (var refused in settlements.OfType<Settlement.Undeliverable>())
                await RefusedAsync(database, refused, now, cancellationToken);
            foreach (var later in settlements.OfType<Settlement.TryAgain>())
                await database.Outbox.Where(row => row.Id == later.Id && row.DoneAt == null)
                    .ExecuteUpdateAsync(row => row.SetProperty(open => open.NotBefore, later.At), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }, cancellationToken);

    public Task<DateTimeOffset> ReserveAsync(TimeSpan time, DateTimeOffset now, CancellationToken cancellationToken) =>
        PaceRows.ReserveAsync(databases, PaceRows.Connector, time, now, cancellationToken);

    public async Task<IReadOnlyList<CampaignProgress>> ProgressAsync(CancellationToken cancellationToken) =>
        await databases.ReadAsync(database => database.Outbox.GroupBy(row => row.Campaign)
            .OrderBy(rows => rows.Key)
            .Select(rows => new CampaignProgress(rows.Key, rows.Count(),
                rows.Count(row => row.DoneAt != null && row.Refusal == null), rows.Count(row => row.Refusal != null)))
            .ToListAsync(cancellationToken));

    public Task<DateTimeOffset?> OldestDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        databases.ReadAsync(async database =>
        {
            var isMoving = await PaceRows.IsTakenAsync(database, PaceRows.Connector, now.AddMinutes(-1), cancellationToken);
            return await database.Outbox.Where(row => row.DoneAt == null && row.NotBefore <= now && (row.Lane == OutboxRows.Replies || !isMoving))
                .MinAsync(row => (DateTimeOffset?)row.NotBefore, cancellationToken);
        });

    public async Task<IReadOnlyList<UnreachablePerson>> UnreachableAsync(CancellationToken cancellationToken) =>
        await databases.ReadAsync(database => database.Unreachable.OrderBy(row => row.Person)
            .Select(row => new UnreachablePerson(row.Person, row.Reason, row.Since)).ToListAsync(cancellationToken));

    private async Task<int> PromiseChunkAsync(IReadOnlyList<Promise> promises, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await databases.WriteAsync(database => AddNewAsync(database, promises, now, cancellationToken), cancellationToken);
            }
            catch (DbUpdateException fault) when (DatabaseFaults.IsLostRace(fault))
            {
                // Another replica promised some of these in between: what is left is found by looking again.
            }
        }
    }

    private static async Task<int> AddNewAsync(
        BotDatabase database, IReadOnlyList<Promise> promises, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = promises.Select(promise => promise.Key).OfType<string>().ToList();
        var known = await database.Outbox.Where(row => keys.Contains(row.Key!)).Select(row => row.Key!).ToHashSetAsync(cancellationToken);
        var fresh = promises.Where(promise => promise.Key is null || known.Add(promise.Key)).ToList();
        database.Outbox.AddRange(fresh.Select(promise => OutboxRows.From(promise, now)));
        await database.SaveChangesAsync(cancellationToken);
        return fresh.Count;
    }

    private static async Task DeliveredAsync(
        BotDatabase database, List<Settlement.Delivered> delivered, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (ids, people) = (delivered.ConvertAll(each => each.Id), delivered.ConvertAll(each => each.Person));
        if (ids.Count == 0)
            return;

        await database.Outbox.Where(row => ids.Contains(row.Id))
            .ExecuteUpdateAsync(
                row => row.SetProperty(done => done.DoneAt, now).SetProperty(done => done.Refusal, (string?)null).SetProperty(done => done.Activity, ""),
                cancellationToken);
        await database.Unreachable.Where(row => people.Contains(row.Person)).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task RefusedAsync(
        BotDatabase database, Settlement.Undeliverable refused, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await database.Outbox.Where(row => row.Id == refused.Id && row.DoneAt == null)
            .ExecuteUpdateAsync(
                row => row.SetProperty(done => done.DoneAt, now).SetProperty(done => done.Refusal, refused.Reason).SetProperty(done => done.Activity, ""),
                cancellationToken);
        if (refused.IsOfPerson)
            await database.Database.ExecuteSqlAsync($"""
                INSERT INTO "Unreachable" ("Person", "Reason", "Since") VALUES ({refused.Person}, {refused.Reason}, {now.ToUnixTimeMilliseconds()})
                ON CONFLICT ("Person") DO UPDATE SET "Reason" = excluded."Reason"
                """, cancellationToken);
    }
}
