using Microsoft.Data.Sqlite;
using PolicyBot.Turns;

namespace PolicyBot.Storage.Backups;

/// <summary>
/// A copy of the database as it stands at one moment, while bots go on writing. VACUUM INTO copies what is there and not
/// what was deleted, so that nothing that was erased lives on in a backup. "VACUUM INTO", SQLite documentation.
/// </summary>
internal static class SqliteCopy
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static async Task<BackupOutcome> WriteAsync(string database, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(database))
            return new(false, $"There is no database at {database} yet. Start the bot once, or check Storage:ConnectionString.");
        if (Path.Exists(file))
            return new(false, $"{file} is there already, and a backup is not written over. Choose another name.");
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            return new(false, $"There is no folder for {file}. Make it first.");

        var part = $"{file}.part";
        try
        {
            Make(part);
            await CopyAsync(database, part, cancellationToken);
            if (await BackupFile.LookAsync(part, cancellationToken) is { Fault: { } fault })
                return new(false, $"What was written is not right, and was deleted. {fault}");

            var entries = await BackupFile.EntriesAsync(part, cancellationToken);
            File.Move(part, file);
            return new(true, $"Backed up to {file}, {new FileInfo(file).Length / 1024:N0} KB, and looked through. {entries}");
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>An empty file that only the owner may read: SQLite would make it by the usual rules.</summary>
    public static void Make(string part)
    {
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;

        using var empty = new FileStream(part, options);
    }

    /// <summary>On the disk, so that what is renamed next is whole whenever the power goes.</summary>
    public static void Keep(string part)
    {
        using var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    private static async Task CopyAsync(string database, string part, CancellationToken cancellationToken)
    {
        await using (var open = BackupFile.Open(database, SqliteOpenMode.ReadWrite))
        {
            await open.OpenAsync(cancellationToken);
            await using var copy = open.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.Parameters.AddWithValue("$file", part);
            copy.CommandTimeout = 0; // A large register on a slow disk.
            await copy.ExecuteNonQueryAsync(cancellationToken);
        }

        Keep(part);
    }
}
