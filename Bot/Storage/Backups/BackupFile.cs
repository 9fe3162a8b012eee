using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Storage.Backups;

/// <summary>Whether a file is a database of this bot that this program can use, and what to do where it is not.</summary>
/// <param name="Fault">A sentence; null where it can be used.</param>
internal sealed record BackupFile(string? Fault)
{
    private const string Head = "RegisterHead";

    private static readonly byte[] Begins = "SQLite format 3\0"u8.ToArray();

    public static async Task<BackupFile> LookAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            return new($"There is no file {file}. See that the name is right.");
        if (!await IsSqliteAsync(file, cancellationToken))
            return new($"{file} is no backup of PolicyBot: it is no SQLite database. Choose a file that \"policybot backup\" wrote.");

        try
        {
            await using var open = Open(file, SqliteOpenMode.ReadOnly);
            await open.OpenAsync(cancellationToken);
            return new(await FaultInAsync(open, file, cancellationToken));
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26) // corrupt, not a database
        {
            return new(Damaged(file, damaged.Message));
        }
    }

    /// <returns>How far the register in it goes, to hold it against a check value that was written down.</returns>
    public static async Task<string> EntriesAsync(string file, CancellationToken cancellationToken)
    {
        await using var open = Open(file, SqliteOpenMode.ReadOnly);
        await open.OpenAsync(cancellationToken);
        if ((await ListAsync(open, $"SELECT name FROM sqlite_master WHERE name = '{Head}'", cancellationToken)).Count == 0)
            return "It is from before there was a register.";

        var ends = (await ListAsync(open, $"""SELECT "Count" || ' ' || hex("Hash") FROM "{Head}" """, cancellationToken))[0].Split(' ');
        var head = new RegisterHead(long.Parse(ends[0], CultureInfo.InvariantCulture), Convert.FromHexString(ends[1]));
        return $"The register in it has {head.Count:N0} entries. Check value: {head.CheckValue}";
    }

    /// <summary>Without a pool: the file is to be renamed next.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());

    private static async Task<string?> FaultInAsync(SqliteConnection open, string file, CancellationToken cancellationToken)
    {
        if (await ListAsync(open, "PRAGMA integrity_check(1)", cancellationToken) is not ["ok"] and [var first, ..])
            return Damaged(file, first);

        using var model = new SqliteDatabase(new DbContextOptionsBuilder<SqliteDatabase>().UseSqlite("Data Source=:memory:").Options);
        var own = model.Database.GetMigrations().ToList();
        var applied = await ListAsync(open, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'", cancellationToken) is [var history]
            ? await ListAsync(open, $"""SELECT "MigrationId" FROM "{history}" ORDER BY 1""", cancellationToken) : [];
        return !applied.Contains(own[0]) ? $"{file} is a SQLite database, but not of PolicyBot. Choose a file that \"policybot backup\" wrote."
            : applied.Except(own).LastOrDefault() is { } newer ? $"{file} is from a newer version of PolicyBot ({newer}), and this one does not know how to read it. Install that version, and restore with it."
            : null;
    }

    private static string Damaged(string file, string how) => $"{file} is damaged ({how.TrimEnd('.')}). Take an earlier backup.";

    private static async Task<bool> IsSqliteAsync(string file, CancellationToken cancellationToken)
    {
        await using var open = File.OpenRead(file);
        var begins = new byte[Begins.Length];
        return await open.ReadAtLeastAsync(begins, begins.Length, throwOnEndOfStream: false, cancellationToken) == begins.Length && begins.AsSpan().SequenceEqual(Begins);
    }

    private static async Task<List<string>> ListAsync(SqliteConnection open, string statement, CancellationToken cancellationToken)
    {
        await using var command = open.CreateCommand();
        command.CommandText = statement;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
            list.Add(rows.GetString(0));

        return list;
    }
}
