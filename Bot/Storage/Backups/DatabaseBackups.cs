using Microsoft.Data.Sqlite;
using Npgsql;
using PolicyBot.Turns;

namespace PolicyBot.Storage.Backups;

/// <summary>Of a SQLite file; PostgreSQL has tools of its own, and is left to them.</summary>
internal sealed class DatabaseBackups(StorageSettings settings, TimeProvider clock) : IBackups
{
    private string Database => new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;

    public Task<BackupOutcome> WriteAsync(string file, CancellationToken cancellationToken) =>
        settings.Provider is StorageProvider.Postgres ? Task.FromResult(WithPostgres("pg_dump --format=custom", $"--file={file} {{0}}"))
            : DoneOrSaidAsync(() => SqliteCopy.WriteAsync(Database, file, cancellationToken), file);

    public Task<BackupOutcome> RestoreAsync(string file, bool replaces, CancellationToken cancellationToken) =>
        settings.Provider is StorageProvider.Postgres ? Task.FromResult(WithPostgres("pg_restore --clean --if-exists --no-owner --single-transaction", $"--dbname={{0}} {file}", "Stop every bot first. "))
            : DoneOrSaidAsync(() => new SqliteReplacement(Database, clock).FromAsync(file, replaces, cancellationToken), file);

    /// <summary>Full disks, folders that may not be written to: nothing was changed, and a person can see to it.</summary>
    private static async Task<BackupOutcome> DoneOrSaidAsync(Func<Task<BackupOutcome>> work, string file)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            return new(false, $"{file}: {fault.Message.TrimEnd('.')}. Nothing was changed. See that {Environment.UserName} may read and write there, and that the disk has room.");
        }
    }

    private BackupOutcome WithPostgres(string program, string how, string first = "")
    {
        var text = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        var where = $"--host={text.Host} --port={text.Port} --username={text.Username}";
        return new(false, $"The database is PostgreSQL, which has a program of its own for this. {first}Run:\n  {program} {where} {string.Format(null, how, text.Database)}");
    }
}
