using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <summary>Appends to the register within a transaction that is open. The head's row is taken first: writers come one after the other.</summary>
internal static class RegisterWriting
{
    /// <summary>An update and no select: it holds the row on PostgreSQL, and makes SQLite's transaction a writing one.</summary>
    private const string TakeHead = """
        UPDATE "RegisterHead" SET "Count" = "Count" WHERE "Id" = 1 RETURNING "Count", "Hash"
        """;

    public const string Acknowledged = "acknowledged";

    public static async Task<RegisterHead> AppendAsync(BotDatabase database, IEnumerable<RegisterRecord> records, CancellationToken cancellationToken)
    {
        var head = (await database.Database.SqlQueryRaw<Taken>(TakeHead).ToListAsync(cancellationToken))[0].Head;
        foreach (var record in records)
        {
            var entry = RegisterChain.Append(head, record);
            database.Register.Add(RowOf(entry, (record.Event as RegisterEvent.Acknowledged)?.Round));
            head = new RegisterHead(entry.Number, entry.Hash);
        }

        await database.RegisterHead.ExecuteUpdateAsync(row => row.SetProperty(taken => taken.Count, head.Count).SetProperty(taken => taken.Hash, head.Hash), cancellationToken);
        return head;
    }

    public static RegisterEntry EntryOf(RegisterRow row) =>
        new(row.Number, row.At, row.Kind, row.Item, row.Version, row.Person, row.Detail, row.Salt, row.Digest, row.Hash);

    private static RegisterRow RowOf(RegisterEntry entry, string? round) => new()
    {
        Number = entry.Number,
        At = entry.At,
        Kind = entry.Kind,
        Item = entry.Item,
        Version = entry.Version,
        Person = entry.Person,
        Round = entry.Kind == Acknowledged ? round ?? "" : null,
        Detail = entry.Detail,
        Salt = entry.Salt,
        Digest = entry.Digest,
        Hash = entry.Hash,
    };

    private sealed record Taken(long Count, byte[] Hash)
    {
        public RegisterHead Head => new(Count, Hash);
    }
}
