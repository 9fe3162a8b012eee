using System.Diagnostics;
using System.IO.Compression;
using Npgsql;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage.Releases;

/// <summary>A whole database in a file: SQLite as it is (.db.gz), PostgreSQL as statements that any later version reads (.sql.gz).</summary>
internal static class PackedDatabase
{
    public const string OfSqlite = ".db", OfPostgres = ".sql";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task PackAsync(TestDatabase database, string file)
    {
        await using var packed = new GZipStream(File.Create($"{file}.gz"), CompressionLevel.SmallestSize);
        if (database.Settings.Provider is StorageProvider.Sqlite)
            await packed.WriteAsync(await File.ReadAllBytesAsync(database.Settings.Whereabouts, Token), Token);
        else
            await DumpAsync(database, packed);
    }

    public static async Task UnpackAsync(string file, TestDatabase database)
    {
        await using var packed = new GZipStream(File.OpenRead($"{file}.gz"), CompressionMode.Decompress);
        if (database.Settings.Provider is StorageProvider.Postgres)
        {
            await RunAsync(database, packed);
            return;
        }

        await using var to = File.Create(database.Settings.Whereabouts);
        await packed.CopyToAsync(to, Token);
    }

    private static async Task DumpAsync(TestDatabase database, Stream to)
    {
        var at = new NpgsqlConnectionStringBuilder(database.Settings.ConnectionString);
        using var dump = Process.Start(new ProcessStartInfo(Path.Combine(SharedPostgres.Programs(), "pg_dump"),
            ["--inserts", "--no-owner", "--no-privileges", $"--host={at.Host}", $"--port={at.Port}", $"--username={at.Username}", at.Database!])
        { RedirectStandardOutput = true })!;
        await dump.StandardOutput.BaseStream.CopyToAsync(to, Token);
        await dump.WaitForExitAsync(Token);
        Assert.Equal(0, dump.ExitCode);
    }

    /// <summary>Lines that begin with a backslash are for psql alone.</summary>
    private static async Task RunAsync(TestDatabase database, Stream from)
    {
        using var text = new StreamReader(from);
        var statements = string.Join('\n', (await text.ReadToEndAsync(Token)).Split('\n').Where(line => !line.StartsWith('\\')));
        var at = new NpgsqlConnectionStringBuilder(database.Settings.ConnectionString) { Pooling = false };
        var name = at.Database!;
        at.Database = "postgres";
        await using (var server = NpgsqlDataSource.Create(at))
        await using (var make = server.CreateCommand($"CREATE DATABASE \"{name}\""))
            await make.ExecuteNonQueryAsync(Token);

        at.Database = name;
        await using var empty = NpgsqlDataSource.Create(at);
        await using var fill = empty.CreateCommand(statements);
        await fill.ExecuteNonQueryAsync(Token);
    }
}
