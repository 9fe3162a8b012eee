using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage;
using PolicyBot.Storage.Backups;

namespace PolicyBot.Tests.Storage.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly BackupShelf _shelf = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_restored_elsewhere_holds_the_register_to_the_entry()
    {
        var head = await _shelf.FillAsync(0, 20);

        var written = await _shelf.WriteAsync("copy.db");
        var restored = await _shelf.RestoreAsync("copy.db", to: _shelf.In("elsewhere/policybot.db"));

        Assert.Contains($"The register in it has 20 entries. Check value: {head.CheckValue}", written.Says, StringComparison.Ordinal);
        Assert.True(restored.IsDone, restored.Says);
        var (there, faults) = await BackupShelf.VerifyAsync(_shelf.In("elsewhere/policybot.db"));
        Assert.Empty(faults);
        Assert.Equal(head.CheckValue, there.CheckValue);
        Assert.Equal("wal", await BackupShelf.AskAsync(_shelf.In("elsewhere/policybot.db"), "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task While_a_bot_writes_each_backup_is_of_one_moment()
    {
        await _shelf.FillAsync(0, 4);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writing = Task.Run(async () =>
        {
            for (var next = 4; !stop.IsCancellationRequested; next += 2)
                await _shelf.FillAsync(next, 2);
        }, Token);

        for (var copy = 0; copy < 6; copy++)
        {
            var written = await _shelf.WriteAsync($"{copy}.db");
            Assert.True(written.IsDone, written.Says);
        }

        await stop.CancelAsync();
        await writing;
        for (var copy = 0; copy < 6; copy++)
        {
            var (head, faults) = await BackupShelf.VerifyAsync(_shelf.In($"{copy}.db"));
            Assert.Empty(faults);
            Assert.Equal(0, head.Count % 2);
        }
    }

    [Fact]
    public async Task What_was_deleted_is_in_no_backup()
    {
        const string canary = "canary-7f3a";
        await _shelf.FillAsync(0, 1);
        await BackupShelf.AskAsync(_shelf.Database, $"""INSERT INTO "Bookmarks" ("Name", "Place") VALUES ('{canary}', '{canary}')""");
        await BackupShelf.AskAsync(_shelf.Database, $"""DELETE FROM "Bookmarks" WHERE "Name" = '{canary}'""");

        await _shelf.WriteAsync("copy.db");

        _shelf.StopBots();
        Assert.Contains(canary, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_shelf.Database, Token)), StringComparison.Ordinal);
        Assert.DoesNotContain(canary, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_shelf.In("copy.db"), Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_only_its_owners_to_read()
    {
        await _shelf.FillAsync(0, 1);
        await _shelf.WriteAsync("copy.db");

        Assert.Equal(["copy.db"], _shelf.Files);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_shelf.In("copy.db")));
    }

    [Fact]
    public async Task What_is_there_is_not_written_over_and_nothing_is_left_lying_about()
    {
        await _shelf.FillAsync(0, 1);
        await File.WriteAllTextAsync(_shelf.In("mine.db"), "mine", Token);

        Assert.EndsWith("is there already, and a backup is not written over. Choose another name.", (await _shelf.WriteAsync("mine.db")).Says, StringComparison.Ordinal);
        Assert.EndsWith("Make it first.", (await _shelf.WriteAsync("no-folder/copy.db")).Says, StringComparison.Ordinal);
        Assert.Equal(["mine.db"], _shelf.Files);
        Assert.Equal("mine", await File.ReadAllTextAsync(_shelf.In("mine.db"), Token));
    }

    [Fact]
    public async Task Without_a_database_there_is_nothing_to_back_up()
    {
        File.Delete(_shelf.Database);

        var outcome = await _shelf.WriteAsync("copy.db");

        Assert.Equal($"There is no database at {_shelf.Database} yet. Start the bot once, or check Storage:ConnectionString.", outcome.Says);
        Assert.Empty(_shelf.Files);
    }

    [Fact]
    public async Task On_postgresql_its_own_program_is_named_with_what_it_needs_and_no_password()
    {
        var settings = TestDatabase.At(TestDatabase.Postgres, "Host=db;Database=policybot;Username=bot;Password=hush-hush").Settings;
        var backups = new DatabaseBackups(settings, TimeProvider.System);

        var (written, restored) = (await backups.WriteAsync("copy.dump", Token), await backups.RestoreAsync("copy.dump", replaces: true, Token));

        Assert.False(written.IsDone || restored.IsDone);
        Assert.EndsWith("  pg_dump --format=custom --host=db --port=5432 --username=bot --file=copy.dump policybot", written.Says, StringComparison.Ordinal);
        Assert.EndsWith("  pg_restore --clean --if-exists --no-owner --single-transaction --host=db --port=5432 --username=bot --dbname=policybot copy.dump", restored.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", written.Says + restored.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_an_earlier_version_is_brought_up_to_date_by_the_next_start()
    {
        var options = new DbContextOptionsBuilder<SqliteDatabase>().UseSqlite($"Data Source={_shelf.In("old.db")}").Options;
        await using (var old = new SqliteDatabase(options))
            await old.Database.MigrateAsync(old.Database.GetMigrations().First(), Token);
        _shelf.StopBots();

        var restored = await _shelf.RestoreAsync("old.db", replaces: true);

        Assert.Contains("It is from before there was a register.", restored.Says, StringComparison.Ordinal);
        await _shelf.FillAsync(0, 3);
        Assert.Equal(3, (await BackupShelf.VerifyAsync(_shelf.Database)).Head.Count);
    }

    public void Dispose() => _shelf.Dispose();
}
