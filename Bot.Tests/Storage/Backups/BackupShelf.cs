using Microsoft.Data.Sqlite;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Storage;
using PolicyBot.Storage.Backups;
using PolicyBot.Tests.Acknowledgements;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage.Backups;

/// <summary>A bot's database with a register in it, and a folder for its backups.</summary>
internal sealed class BackupShelf : IDisposable
{
    private readonly TestDatabase _database = new(TestDatabase.Sqlite);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("backups");

    public BackupShelf() => Bot = new Databases(_database.Settings);

    public Databases Bot { get; }

    public string Database => _database.Settings.Whereabouts;

    public StorageSettings Settings => _database.Settings;

    public string In(string name) => Path.Combine(_folder.FullName, name);

    public string[] Files => [.. _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public string[] BesideTheDatabase => [.. Directory.GetFiles(Path.GetDirectoryName(Database)!, $"{Path.GetFileName(Database)}.*").Where(file => file != Database).Select(file => Path.GetFileName(file)!)];

    public Task<RegisterHead> FillAsync(int from, int count) =>
        Bot.AppendAsync([.. Enumerable.Range(from, count).Select(SmallRegister.Record)]);

    /// <summary>As when it ends: it lets go of its connections.</summary>
    public void StopBots() => _database.LetGoOfConnections();

    public Task<BackupOutcome> WriteAsync(string name) =>
        new DatabaseBackups(Settings, TimeProvider.System).WriteAsync(In(name), TestContext.Current.CancellationToken);

    public Task<BackupOutcome> RestoreAsync(string name, bool replaces = false, string? to = null) =>
        new DatabaseBackups(to is null ? Settings : SettingsOf(to), new ManualClock(ManualClock.Start)).RestoreAsync(In(name), replaces, TestContext.Current.CancellationToken);

    /// <summary>Goes through the whole register, with a program that opens the file anew.</summary>
    public static async Task<(RegisterHead Head, IReadOnlyList<string> Faults)> VerifyAsync(string database)
    {
        using var bot = new Databases(SettingsOf(database));
        var check = new ChainCheck();
        check.End(await new RegisterBook(bot).ReadAsync(check.Take, TestContext.Current.CancellationToken));
        return (check.Head, check.Faults);
    }

    public static async Task<string> AskAsync(string database, string statement)
    {
        await using var open = BackupFile.Open(database, SqliteOpenMode.ReadWrite);
        await open.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = open.CreateCommand();
        command.CommandText = statement;
        return $"{await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)}";
    }

    public void Dispose()
    {
        Bot.Dispose();
        _database.Dispose();
        foreach (var old in Directory.GetFiles(Path.GetDirectoryName(Database)!, $"{Path.GetFileName(Database)}.*"))
            File.Delete(old);
        _folder.Delete(recursive: true);
    }

    private static StorageSettings SettingsOf(string database) => TestDatabase.At(TestDatabase.Sqlite, $"Data Source={database}").Settings;
}
