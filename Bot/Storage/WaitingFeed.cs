using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>
/// Tells what is known of waiting conversations from the database: first what is there, then every change. On PostgreSQL
/// over a connection of its own; a SQLite file is one process's own, and what that one commits is all there is to hear.
/// </summary>
internal sealed class WaitingFeed(Databases databases, StorageSettings settings, WaitingConversations waiting, TimeProvider clock)
{
    /// <summary>A network that has died says nothing: seconds until it is asked.</summary>
    private const int AskAfter = 10;

    /// <summary>Until the connection is lost.</summary>
    public async Task FollowAsync(Action inStep, CancellationToken stopping)
    {
        try
        {
            await (databases.IsSqlite ? FollowOwnAsync(inStep, stopping) : FollowAllAsync(inStep, stopping));
        }
        finally
        {
            waiting.OutOfStep();
        }
    }

    /// <summary>While it is loaded nothing is written, so that nothing is missed.</summary>
    private async Task FollowOwnAsync(Action inStep, CancellationToken stopping)
    {
        await databases.WriteAsync(async database =>
        {
            waiting.Listen();
            waiting.InStep(await LoadAsync(database, stopping));
            return true;
        }, stopping);
        inStep();
        await Task.Delay(Timeout.Infinite, stopping);
    }

    /// <summary>Loaded once every change is heard, over the same connection, so that nothing is missed.</summary>
    private async Task FollowAllAsync(Action inStep, CancellationToken stopping)
    {
        await using var connection = new NpgsqlConnection(Listening(settings.ConnectionString));
        await using var database = new PostgresDatabase(new DbContextOptionsBuilder<PostgresDatabase>().UseNpgsql(connection).Options);
        connection.Notification += (_, heard) => Hear(heard.Payload);
        await connection.OpenAsync(stopping);
        await database.Database.ExecuteSqlRawAsync($"LISTEN {WaitingNotice.Channel}", stopping);
        waiting.Listen();
        waiting.InStep(await LoadAsync(database, stopping));
        inStep();
        while (true)
            await connection.WaitAsync(stopping);
    }

    private void Hear(string notice)
    {
        if (WaitingNotice.Read(notice) is { } change)
            waiting.Hear(change);
    }

    private async Task<List<KeyValuePair<string, DateTimeOffset>>> LoadAsync(BotDatabase database, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await database.States.Where(row => row.WaitsUntil > now)
            .Select(row => KeyValuePair.Create(row.Conversation, row.WaitsUntil!.Value)).ToListAsync(cancellationToken);
    }

    private static string Listening(string connection)
    {
        var text = new NpgsqlConnectionStringBuilder(connection) { Pooling = false };
        if (text.KeepAlive == 0)
            text.KeepAlive = AskAfter;

        return text.ToString();
    }
}
