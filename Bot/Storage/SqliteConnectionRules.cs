using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyBot.Storage;

/// <summary>
/// A commit is on the disk when it returns, and another process that writes is waited for in SQLite itself, which looks
/// every few milliseconds. "PRAGMA synchronous", "PRAGMA busy_timeout", SQLite documentation.
/// </summary>
internal sealed class SqliteConnectionRules : DbConnectionInterceptor
{
    private const string Rules = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Rules;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
