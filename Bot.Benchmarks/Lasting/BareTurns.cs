using System.Data.Common;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>The statements of one turn, without anything around them.</summary>
internal static class BareTurns
{
    public static async Task RunAsync(DbProviderFactory factory, string connectionString, string conversation)
    {
        await using var connection = factory.CreateConnection()!;
        connection.ConnectionString = connectionString;
        await connection.OpenAsync();
        var (key, now) = (Guid.NewGuid().ToString(), TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        if (factory is Microsoft.Data.Sqlite.SqliteFactory)
            await ExecuteAsync(connection, null, "PRAGMA synchronous = FULL");
        await ScalarAsync(connection, """SELECT "Json" FROM "States" WHERE "Conversation" = @a""", conversation);
        await ScalarAsync(connection, """SELECT "Answer" FROM "Heard" WHERE "Key" = @a""", key);
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await ExecuteAsync(connection, transaction, """
                INSERT INTO "States" ("Conversation", "Version", "Json", "ChangedAt") VALUES (@a, 1, @b, @c)
                ON CONFLICT ("Conversation") DO UPDATE SET "Version" = "States"."Version" + 1, "Json" = @b, "ChangedAt" = @c
                """, conversation, """{"Number":1}""", now);
            await ExecuteAsync(connection, transaction, """INSERT INTO "Heard" ("Key", "Answer", "Until") VALUES (@a, @b, @c)""", key, "{}", now);
            await ExecuteAsync(connection, transaction, """
                INSERT INTO "Outbox" ("Lane", "Thread", "Activity", "PromisedAt", "NotBefore", "Attempts", "DoneAt") VALUES (0, @a, @b, @c, @c, 0, @c)
                """, conversation, $$"""{"type":"message","text":"1 hello","replyToId":"{{key}}"}""", now);
            await transaction.CommitAsync();
        }
    }

    private static async Task ScalarAsync(DbConnection connection, string sql, object value)
    {
        await using var command = Command(connection, null, sql, value);
        await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, params object[] values)
    {
        await using var command = Command(connection, transaction, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@{(char)('a' + i)}", values[i]);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
