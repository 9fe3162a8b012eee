using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PolicyBot.Storage;

/// <summary>Brings a database to this program's schema, the missing database included. Many replicas may do so at once.</summary>
internal static class Schema
{
    public static async Task<bool> MigrateAsync(BotDatabase database)
    {
        // Migrating takes a lock even where there is nothing to do, and a process killed just then would leave it.
        if (!(await database.Database.GetPendingMigrationsAsync()).Any())
            return true;

        if (database is SqliteDatabase)
        {
            MakeFolder(database);
            await DropAbandonedLockAsync(database);
        }

        try
        {
            await database.Database.MigrateAsync();
        }
        catch (PostgresException race) when (race.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            await database.Database.MigrateAsync(); // Another replica has just made the database.
        }

        return true;
    }

    private static void MakeFolder(BotDatabase database)
    {
        var file = new SqliteConnectionStringBuilder(database.Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
    }

    /// <summary>
    /// On SQLite the lock for migrating is a row that a killed process leaves behind, and then every start waits for ever.
    /// Migrating takes a second; a lock a minute old is nobody's. "Migrations locks", EF Core SQLite limitations.
    /// </summary>
    private static async Task DropAbandonedLockAsync(BotDatabase database)
    {
        if (!await database.Database.CanConnectAsync())
            return; // There is no file yet.

        var locks = await database.Database.SqlQueryRaw<int>(
            """SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE "name" = '__EFMigrationsLock'""").ToListAsync();
        if (locks[0] > 0)
            await database.Database.ExecuteSqlRawAsync(
                """DELETE FROM "__EFMigrationsLock" WHERE datetime("Timestamp") < datetime('now', '-1 minute')""");
    }
}
