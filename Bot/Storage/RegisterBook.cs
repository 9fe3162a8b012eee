using System.Data;
using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Storage;

/// <inheritdoc cref="IRegister"/>
internal sealed class RegisterBook(Databases databases) : IRegister
{
    /// <summary>What SQLite begins without locking out writers. It reads one moment all the same: its journal keeps it.</summary>
    private const IsolationLevel Unlocked = IsolationLevel.ReadUncommitted;

    public Task<IReadOnlyList<RegisterEntry>> OfAsync(string person, CancellationToken cancellationToken) =>
        databases.ReadAsync<IReadOnlyList<RegisterEntry>>(async database =>
        {
            var ids = await PersonIds.OfAsync(database, person, cancellationToken);
            return [.. (await database.Register.AsNoTracking().Where(row => ids.Contains(row.Person!)).OrderBy(row => row.Number).ToListAsync(cancellationToken)).Select(RegisterWriting.EntryOf)];
        });

    public Task<RegisterEntry?> FindAsync(long number, CancellationToken cancellationToken) =>
        databases.ReadAsync(async database =>
            await database.Register.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellationToken) is { } row ? RegisterWriting.EntryOf(row) : null);

    public Task<RegisterHead> ReadAsync(Action<RegisterEntry> take, CancellationToken cancellationToken) =>
        databases.ReadAsync(async database =>
        {
            await using var moment = await database.Database.BeginTransactionAsync(databases.IsSqlite ? Unlocked : IsolationLevel.RepeatableRead, cancellationToken);
            await foreach (var row in database.Register.AsNoTracking().OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
                take(RegisterWriting.EntryOf(row));

            var head = await database.RegisterHead.AsNoTracking().SingleAsync(cancellationToken);
            return new RegisterHead(head.Count, head.Hash);
        });
}
