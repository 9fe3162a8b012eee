using Microsoft.EntityFrameworkCore;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>The errands as a table that several replicas work off together.</summary>
internal sealed class ErrandStore(Databases databases) : IErrandStore
{
    /// <summary>An errand that is in vain so often is a trouble, although it may still be done.</summary>
    private const int InVain = 5;

    public async Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await databases.ReadAsync(database => database.Errands.Where(row => row.DoneAt == null && row.NotBefore <= now)
            .Select(row => row.Kind).Distinct().OrderBy(kind => kind).ToListAsync(cancellationToken));

    public async Task<IReadOnlyList<ClaimedErrand>> ClaimAsync(
        string kind, int most, DateTimeOffset now, DateTimeOffset leaseEnds, CancellationToken cancellationToken)
    {
        var rows = await databases.WriteAsync(database => database.Errands
            .FromSqlRaw(ErrandRows.Claim(databases.IsSqlite, most), now.ToUnixTimeMilliseconds(), leaseEnds.ToUnixTimeMilliseconds(), kind)
            .AsNoTracking().ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.OrderBy(row => row.Id).Select(row => new ClaimedErrand(row.Id, ErrandRows.Read(row), row.Attempts, row.DueAt))];
    }

    public Task SettleAsync(IReadOnlyList<SettledErrand> settled, DateTimeOffset now, CancellationToken cancellationToken) =>
        databases.WriteAsync(async database =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            foreach (var each in settled.OrderBy(each => each.Id))
                await ErrandRows.SettleAsync(database, each, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }, cancellationToken);

    public Task<DateTimeOffset> ReserveAsync(string kind, TimeSpan time, DateTimeOffset now, CancellationToken cancellationToken) =>
        PaceRows.ReserveAsync(databases, PaceRows.OfErrands(kind), time, now, cancellationToken);

    public Task<KnownErrand?> FindAsync(string key, CancellationToken cancellationToken) =>
        databases.ReadAsync(async database =>
            await database.Errands.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellationToken) is { } row ? ErrandRows.Known(row) : null);

    public Task<IReadOnlyList<KnownErrand>> UnderAsync(string keyPrefix, CancellationToken cancellationToken) =>
        databases.ReadAsync<IReadOnlyList<KnownErrand>>(async database =>
            [.. (await ErrandRows.Under(database, keyPrefix).AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancellationToken)).Select(ErrandRows.Known)]);

    public Task<IReadOnlyList<KnownErrand>> TroublesAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        databases.ReadAsync<IReadOnlyList<KnownErrand>>(async database =>
        {
            var (refused, done) = ((int)ErrandState.Refused, (int)ErrandState.Done);
            var troubles = await database.Errands.AsNoTracking()
                .Where(row => (row.State == refused && row.DoneAt > since) || (row.DoneAt == null && row.Attempts >= InVain && row.Sentence != null))
                .Where(row => !database.Errands.Any(later => later.Kind == row.Kind && later.Person == row.Person && later.State == done
                    && later.DoneAt > (row.DoneAt ?? row.DueAt)))
                .OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
            return [.. troubles.Select(ErrandRows.Known)];
        });

    public Task<int> CancelAsync(string keyPrefix, DateTimeOffset now, CancellationToken cancellationToken) =>
        databases.WriteAsync(database => ErrandRows.CancelAsync(database, keyPrefix, now, cancellationToken), cancellationToken);
}
