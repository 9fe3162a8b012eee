using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PolicyBot.Storage.Rows;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>A turn is one transaction: state, the keys it is heard under, and its messages.</summary>
internal sealed class TurnStore(Databases databases, WaitingConversations waiting) : ITurnStore
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
            var replies = commit.Replies.Select(reply => OutboxRows.From(reply, commit.Now)).ToList();
            Write(database, commit);
            foreach (var record in commit.Records)
                QuestionRecords.Write(database, (PolicyBot.Questions.QuestionRecord)record);
            database.Outbox.AddRange(replies);
            database.Outbox.AddRange(commit.Promises.Select(promise => OutboxRows.From(promise, commit.Now)));
            return await SavedAsync(database, change, cancellationToken) ? replies.ConvertAll(row => row.Id) : null;
        }, cancellationToken);
        if (ids is null && change is not null)
            waiting.Withdraw(change);

        return ids;
    }

    public Task ForgetAsync(ConversationKey conversation, DateTimeOffset now, CancellationToken cancellationToken) =>
        databases.WriteAsync(async database =>
        {
            var change = waiting.Announce(conversation, null);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await database.States.Where(row => row.Conversation == conversation.Value).ExecuteDeleteAsync(cancellationToken);
            await database.References.Where(row => row.Conversation == conversation.Value).ExecuteDeleteAsync(cancellationToken);
            await database.Outbox.Where(row => row.Thread == conversation.Value && row.DoneAt == null).ExecuteUpdateAsync(
                row => row.SetProperty(done => done.DoneAt, now).SetProperty(done => done.Refusal, BotRemoved), cancellationToken);
            await CommitAndTellAsync(transaction, database, change, cancellationToken);
            return true;
        }, cancellationToken);

    private static void Write(BotDatabase database, TurnCommit commit)
    {
        var state = new StateRow
        {
            Conversation = commit.Conversation.Value,
            Version = commit.Version,
            Json = commit.State,
            ChangedAt = commit.Now,
            WaitsUntil = commit.WaitsUntil,
        };
        database.Attach(state).State = commit.Version == 0 ? EntityState.Added : EntityState.Modified;
        state.Version++;
        foreach (var (key, until) in commit.Keys)
            database.Heard.Add(new HeardRow { Key = key.Value, Answer = commit.Answer, Until = until });
    }

    private async Task<bool> SavedAsync(BotDatabase database, WaitingChange? change, CancellationToken cancellationToken)
    {
        try
        {
            await SaveAsync(database, change, cancellationToken);
            return true;
        }
        catch (DbUpdateException fault) when (DatabaseFaults.IsLostRace(fault))
        {
            return false;
        }
    }

    /// <summary>Where nothing goes with it, the transaction that EF makes by itself is one round trip shorter.</summary>
    private async Task SaveAsync(BotDatabase database, WaitingChange? change, CancellationToken cancellationToken)
    {
        if (change is null)
        {
            await database.SaveChangesAsync(cancellationToken);
            return;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        database.Database.AutoSavepointsEnabled = false; // What fails is given up whole.
        await database.SaveChangesAsync(cancellationToken);
        await CommitAndTellAsync(transaction, database, change, cancellationToken);
    }

    /// <summary>PostgreSQL tells every replica, this one among them; on SQLite there is nobody else to hear it.</summary>
    private async Task CommitAndTellAsync(
        IDbContextTransaction transaction, BotDatabase database, WaitingChange change, CancellationToken cancellationToken)
    {
        if (!databases.IsSqlite)
            await WaitingNotice.SendAsync(database, change, cancellationToken);

        await transaction.CommitAsync(cancellationToken);
        if (databases.IsSqlite)
            waiting.Hear(change);
    }

    private sealed record Loaded(string? Json, long Version, string? Answer, long? WaitsUntil)
    {
        public Remembered Remembered => new(
            Json, Version, Answer, WaitsUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null);
    }
}
