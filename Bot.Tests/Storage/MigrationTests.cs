using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage;

public sealed class MigrationTests
{
    [Fact]
    public void The_model_and_both_migrations_agree()
    {
        using var sqlite = new SqliteDatabase(new DbContextOptionsBuilder<SqliteDatabase>().UseSqlite("Data Source=:memory:").Options);
        using var postgres = new PostgresDatabase(new DbContextOptionsBuilder<PostgresDatabase>().UseNpgsql("Host=nowhere").Options);

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }

    /// <summary>EF Core's own way to them, and the list that the program has instead.</summary>
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Every_migration_is_listed(string provider)
    {
        using var database = TestDatabase.Missing(provider);
        using var databases = new Databases(database.Settings);
        using BotDatabase found = provider == TestDatabase.Sqlite
            ? new SqliteDatabase(new DbContextOptionsBuilder<SqliteDatabase>().UseSqlite("Data Source=:memory:").Options)
            : new PostgresDatabase(new DbContextOptionsBuilder<PostgresDatabase>().UseNpgsql("Host=nowhere").Options);

        var listed = await databases.OpenAsync(open => Task.FromResult(open.Database.GetMigrations().ToList()));

        Assert.Equal(found.Database.GetMigrations(), listed);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Many_replicas_make_one_missing_database(string provider)
    {
        using var database = TestDatabase.Missing(provider);
        var replicas = Enumerable.Range(0, 6).Select(_ => new Databases(database.Settings)).ToList();

        await Task.WhenAll(replicas.Select(replica => Task.Run(replica.PrepareAsync)));

        foreach (var replica in replicas)
        {
            Assert.Null((await new TurnStore(replica, new([]), new(TimeProvider.System)).LoadAsync(new ConversationKey("nobody"), [], TestContext.Current.CancellationToken)).Json);
            replica.Dispose();
        }
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_left_holds_nobody_up()
    {
        using var database = TestDatabase.Missing(TestDatabase.Sqlite);
        await using (var raw = new Microsoft.Data.Sqlite.SqliteConnection(database.Settings.ConnectionString))
        {
            await raw.OpenAsync(TestContext.Current.CancellationToken);
            await using var plant = raw.CreateCommand();
            plant.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, datetime('now', '-2 minutes'));
                """;
            await plant.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();

        Assert.Equal(0, await databases.ReadAsync(open => open.States.CountAsync()));
    }

    [Fact]
    public async Task Where_nothing_is_to_be_migrated_no_lock_is_taken_or_waited_for()
    {
        using var database = TestDatabase.Missing(TestDatabase.Sqlite);
        using (var first = new Databases(database.Settings))
        {
            await first.PrepareAsync();
            await first.ReadAsync(open => open.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"__EFMigrationsLock\" VALUES (1, datetime('now'))"));
        }

        using var second = new Databases(database.Settings);
        await second.PrepareAsync();

        Assert.True(second.IsPrepared);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_database_that_is_not_this_programs_is_as_good_as_none(string provider)
    {
        using var database = TestDatabase.Missing(provider);
        using (var first = new Databases(database.Settings))
        {
            await first.PrepareAsync();
            await first.ReadAsync(open => open.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\""));
        }

        using var second = new Databases(database.Settings);

        await Assert.ThrowsAsync<StoreAwayException>(second.PrepareAsync);
        await Assert.ThrowsAsync<StoreAwayException>(() => new TurnStore(second, new([]), new(TimeProvider.System)).LoadAsync(new ConversationKey("a"), [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_commit_on_sqlite_is_on_the_disk_when_it_returns()
    {
        using var database = TestDatabase.Missing(TestDatabase.Sqlite);
        using var databases = new Databases(database.Settings);

        var rules = await databases.ReadAsync(async open => (
            Full: await open.Database.SqlQueryRaw<long>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").ToListAsync(),
            Journal: await open.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").ToListAsync()));

        Assert.Equal((2L, "wal"), (rules.Full[0], rules.Journal[0]));
    }
}
