using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace PolicyBot.Storage;

/// <summary>Brings a database to this program's schema, the missing database included. Many replicas may do so at once.</summary>
internal static class Schema
{
    private const long Migrating = 0x506F6C696379;

    public static async Task MigrateAsync(BotDatabase database)
    {
        // Migrating takes a lock even where there is nothing to do, and a process killed just then would leave it.
        if (!(await database.Database.GetPendingMigrationsAsync()).Any())
            return;

        if (database is SqliteDatabase)
            await MigrateSqliteAsync(database);
        else
            await MigratePostgresAsync(database);
    }

    private static async Task MigrateSqliteAsync(BotDatabase database)
    {
        MakeFolder(database);
        await DropAbandonedLockAsync(database);
        await database.Database.MigrateAsync();
    }

    /// <summary>
    /// One replica after the other: EF's own lock ends with each migration, and what is pending is looked up only once,
    /// so that two replicas would do the second migration both.
    /// </summary>
    private static async Task MigratePostgresAsync(BotDatabase database)
    {
        await MakeDatabaseAsync(database.GetService<IRelationalDatabaseCreator>());
        await database.Database.OpenConnectionAsync();
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Migrating})");
        try
        {
            await database.Database.MigrateAsync();
        }
        finally
        {
            await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Migrating})");
            await database.Database.CloseConnectionAsync();
        }
    }

    private static async Task MakeDatabaseAsync(IRelationalDatabaseCreator creator)
    {
        try
        {
            if (!await creator.ExistsAsync())
                await creator.CreateAsync();
        }
        catch (PostgresException race) when (race.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another replica has just made it.
        }
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
