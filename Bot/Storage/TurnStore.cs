using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>
/// A turn is one transaction: state, the keys it is heard under, its messages, its records, and the word to all replicas
/// that somebody waits for an answer, or no longer.
/// </summary>
internal sealed class TurnStore(Databases databases, TurnRecords records, WaitingConversations waiting) : ITurnStore
{
    private const string BotRemoved = "BotRemoved";

    /// <summary>One question instead of two: whether the turn was heard, under either key, and the state.</summary>
    private const string Load = """
        SELECT state."Json", COALESCE(state."Version", 0) AS "Version", heard."Answer", state."WaitsUntil" FROM (SELECT 1 AS "One") AS one
        LEFT JOIN "States" AS state ON state."Conversation" = {0}
        LEFT JOIN "Heard" AS heard ON heard."Key" IN ({1}, {2})
        """;

    public Task<Remembered> LoadAsync(ConversationKey conversation, IReadOnlyList<TurnKey> keys, CancellationToken cancellationToken) =>
        databases.ReadAsync(async database => (await database.Database
            .SqlQueryRaw<Loaded>(Load, conversation.Value, keys is [var first, ..] ? first.Value : "", keys is [.., var last] ? last.Value : "")
            .ToListAsync(cancellationToken))[0].Remembered);

    public async Task<IReadOnlyList<long>?> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        var change = commit.ChangesWaiting ? waiting.Announce(commit.Conversation, commit.WaitsUntil) : null;
        var ids = await databases.WriteAsync(async database =>
        {
            var replies = TurnRows.Add(database, commit);
            return await WonAsync(database, commit, change, cancellationToken) ? replies.ConvertAll(row => row.Id) : null;
        }, cancellationToken);
        if (ids is null && change is not null)
            waiting.Withdraw(change);

        return ids;
    }

    public Task ForgetAsync(ConversationKey conversation, string? team, DateTimeOffset now, CancellationToken cancellationToken) =>
        databases.WriteAsync(async database =>
        {
            var change = waiting.Announce(conversation, null);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await database.States.Where(row => row.Conversation == conversation.Value).ExecuteDeleteAsync(cancellationToken);
            await database.References.Where(row => row.Conversation == conversation.Value || (team != null && row.Team == team)).ExecuteDeleteAsync(cancellationToken);
            await database.LiveCards.Where(row => row.Conversation == conversation.Value).ExecuteDeleteAsync(cancellationToken);
            await database.Outbox.Where(row => row.Thread == conversation.Value && row.DoneAt == null).ExecuteUpdateAsync(
                row => row.SetProperty(done => done.DoneAt, now).SetProperty(done => done.Refusal, BotRemoved).SetProperty(done => done.Activity, ""),
                cancellationToken);
            await CommitAndTellAsync(transaction, database, change, cancellationToken);
            return true;
        }, cancellationToken);

    /// <returns>False where another turn was first, or a record no longer fits the world.</returns>
    private async Task<bool> WonAsync(BotDatabase database, TurnCommit commit, WaitingChange? change, CancellationToken cancellationToken)
    {
        try
        {
            if (change is not null || commit.Records.Count > 0)
                return await SaveTogetherAsync(database, commit, change, cancellationToken);

            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (Exception fault) when (DatabaseFaults.IsLostRace(fault))
        {
            return false;
        }
    }

    /// <summary>In a transaction that goes beyond what EF saves at once, and costs a round trip more.</summary>
    private async Task<bool> SaveTogetherAsync(
        BotDatabase database, TurnCommit commit, WaitingChange? change, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        database.Database.AutoSavepointsEnabled = false; // What fails is given up whole.
        if (!await records.WriteAsync(database, commit.Records, cancellationToken))
            return false;

        await database.SaveChangesAsync(cancellationToken);
        await CommitAndTellAsync(transaction, database, change, cancellationToken);
        return true;
    }

    /// <summary>PostgreSQL tells every replica, this one among them; on SQLite there is nobody else to hear it.</summary>
    private async Task CommitAndTellAsync(
        IDbContextTransaction transaction, BotDatabase database, WaitingChange? change, CancellationToken cancellationToken)
    {
        if (change is not null && !databases.IsSqlite)
            await WaitingNotice.SendAsync(database, change, cancellationToken);

        await transaction.CommitAsync(cancellationToken);
        if (change is not null && databases.IsSqlite)
            waiting.Hear(change);
    }

    private sealed record Loaded(string? Json, long Version, string? Answer, long? WaitsUntil)
    {
        public Remembered Remembered => new(
            Json, Version, Answer, WaitsUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null);
    }
}
