using Microsoft.Data.Sqlite;
using PolicyBot.Turns;

namespace PolicyBot.Storage.Backups;

/// <summary>Puts a backup where the database is to be. Until its copy is whole nothing is touched, and nothing is ever deleted.</summary>
internal sealed class SqliteReplacement(string database, TimeProvider clock)
{
    private static readonly string[] Beside = ["", "-wal", "-shm"];

    public async Task<BackupOutcome> FromAsync(string file, bool replaces, CancellationToken cancellationToken)
    {
        if ((await BackupFile.LookAsync(file, cancellationToken)).Fault is { } unusable)
            return new(false, unusable);
        if (Path.GetFullPath(file) == Path.GetFullPath(database))
            return new(false, $"{file} is the database itself. Name a backup of it.");
        if (File.Exists(database) && !replaces)
            return new(false, $"There is a database at {database} already. Add --replace to have the backup in its place; the old one is kept beside it.");
        if (await IsInUseAsync(cancellationToken))
            return new(false, $"A bot uses {database}. Stop it first, with: systemctl stop policybot");

        var part = $"{database}.part";
        await PrepareAsync(file, part, cancellationToken);
        var kept = MoveAside();
        File.Move(part, database);
        return new(true, $"{file} is the database now, at {database}.{kept} {await BackupFile.EntriesAsync(file, cancellationToken)}\nStart the bot.");
    }

    /// <summary>
    /// Whoever has the database open holds a lock on it that leaving the write-ahead log needs. What is in the log goes into
    /// the file by it, which is moved next. A file too damaged for that is nobody's.
    /// </summary>
    private async Task<bool> IsInUseAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(database))
            return false;

        try
        {
            await using var open = BackupFile.Open(database, SqliteOpenMode.ReadWrite);
            open.DefaultTimeout = 1;
            await open.OpenAsync(cancellationToken);
            await using var command = open.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = DELETE";
            return await command.ExecuteScalarAsync(cancellationToken) is not "delete";
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 5 or 6 or 11 or 26) // busy, locked, corrupt, not a database
        {
            return fault.SqliteErrorCode is 5 or 6;
        }
    }

    /// <summary>The copy goes back to a write-ahead log, as the bot makes its databases: readers and the writer do not wait for each other.</summary>
    private async Task PrepareAsync(string file, string part, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        SqliteCopy.Make(part);
        await using (var from = File.OpenRead(file))
        await using (var to = new FileStream(part, FileMode.Truncate, FileAccess.Write))
            await from.CopyToAsync(to, cancellationToken);

        await using (var open = BackupFile.Open(part, SqliteOpenMode.ReadWrite))
        {
            await open.OpenAsync(cancellationToken);
            await using var command = open.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteScalarAsync(cancellationToken);
        }

        SqliteCopy.Keep(part);
    }

    /// <returns>" The old one is kept as …", or nothing where there was none.</returns>
    private string MoveAside()
    {
        var old = $"{database}.before-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}";
        foreach (var end in Beside.Where(end => File.Exists(database + end)))
            File.Move(database + end, old + end);

        return File.Exists(old) ? $" The old one is kept as {old}." : "";
    }
}
