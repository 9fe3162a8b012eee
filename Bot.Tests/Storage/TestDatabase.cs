using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;
using PolicyBot.Storage;
using PolicyBot.Tests.Storage;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace PolicyBot.Tests.Storage;

/// <summary>A database that a test has to itself: a new SQLite file, or a new database on the run's PostgreSQL.</summary>
internal sealed class TestDatabase : IDisposable, IAsyncDisposable
{
    public const string Sqlite = nameof(StorageProvider.Sqlite), Postgres = nameof(StorageProvider.Postgres);

    /// <summary>Once in a run the schema is made as a bot makes it; every test gets a copy, for making it takes a second of a processor.</summary>
    private static readonly Lazy<TestDatabase> SqliteTemplate = new(() => Prepared(Missing(Sqlite))), PostgresTemplate = new(() => Prepared(Missing(Postgres)));

    /// <summary>Seconds. A bot gives up after 3, so that nobody waits; on two cores that run tests, forty connections at once take longer.</summary>
    private const int PatienceWhereManyConnect = 30;

    private readonly string? _file;
    private readonly string _name;

    /// <param name="provider">A test that needs PostgreSQL is skipped where there is none; CI counts that as a failure.</param>
    /// <param name="server">Where a test needs one of its own, to stop it: there the bot makes the database.</param>
    public TestDatabase(string provider, TemporaryPostgres? server = null)
        : this(provider, server, $"policybot_{Guid.NewGuid():N}")
    {
        if (_file is not null)
            File.Copy(SqliteTemplate.Value._file!, _file);
        else if (server is null)
            CopyPostgres();
    }

    private TestDatabase(string provider, TemporaryPostgres? server, string name)
        : this(provider, provider == Sqlite
            ? $"Data Source={FileOf(name)}" : server?.ConnectionString(name) ?? $"{SharedPostgres.Server().ConnectionString(name)};Timeout={PatienceWhereManyConnect}") =>
        (_file, _name) = (provider == Sqlite ? FileOf(name) : null, name);

    private TestDatabase(string provider, string connection)
    {
        Arguments = [$"--Storage:Provider={provider}", $"--Storage:ConnectionString={connection}"];
        _name = "";
        Settings = StorageSettings.From(new ConfigurationBuilder().AddCommandLine(Arguments).Build(), isDevelopment: false).Settings;
    }

    /// <summary>One that is nobody's to tidy up, and may not be there at all.</summary>
    public static TestDatabase At(string provider, string connection) => new(provider, connection);

    /// <summary>One that does not exist yet: the bot makes it.</summary>
    public static TestDatabase Missing(string provider) => new(provider, null, $"policybot_{Guid.NewGuid():N}");

    public static TheoryData<string> Both => [Sqlite, Postgres];

    /// <summary>For the command line of a bot on this database.</summary>
    public string[] Arguments { get; }

    public StorageSettings Settings { get; }

    public void Dispose()
    {
        LetGoOfConnections();
        foreach (var part in _file is null ? [] : (string[])["", "-wal", "-shm"])
            File.Delete(_file + part);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>As when a bot ends. Idle ones would stay for minutes, and those of many tests are more than a server takes.</summary>
    public void LetGoOfConnections()
    {
        if (Settings.Provider is StorageProvider.Postgres)
        {
            using var any = new NpgsqlConnection(Settings.ConnectionString);
            NpgsqlConnection.ClearPool(any);
        }
        else
        {
            using var any = new SqliteConnection(Settings.ConnectionString);
            SqliteConnection.ClearPool(any);
        }
    }

    public static void DropTemplates()
    {
        if (SqliteTemplate.IsValueCreated)
            SqliteTemplate.Value.Dispose();
    }

    private static TestDatabase Prepared(TestDatabase template)
    {
        using var bot = new Databases(template.Settings);
        bot.PrepareAsync().GetAwaiter().GetResult();
        template.LetGoOfConnections();
        return template;
    }

    private void CopyPostgres()
    {
        using var server = NpgsqlDataSource.Create(SharedPostgres.Server().ConnectionString("postgres"));
        using var copy = server.CreateCommand($"CREATE DATABASE \"{_name}\" TEMPLATE \"{PostgresTemplate.Value._name}\"");
        copy.ExecuteNonQuery();
    }

    private static string FileOf(string name) => Path.Combine(Path.GetTempPath(), $"{name}.db");
}

/// <summary>One PostgreSQL for all tests of a run, started when the first needs it.</summary>
public sealed class SharedPostgres : IDisposable
{
    private const string Required = "POLICYBOT_REQUIRE_POSTGRES";

    private static readonly Lazy<TemporaryPostgres> Started = new(() => TemporaryPostgres.Start(Programs()));

    /// <returns>The folder of its programs; without PostgreSQL the test is skipped, and in CI it fails.</returns>
    internal static string Programs()
    {
        if (TemporaryPostgres.Installed() is { } programs)
            return programs;

        Assert.SkipWhen(Environment.GetEnvironmentVariable(Required) != "1", "PostgreSQL is not installed.");
        throw new InvalidOperationException($"PostgreSQL is not installed, and {Required} is set.");
    }

    internal static TemporaryPostgres Server()
    {
        Programs();
        return Started.Value;
    }

    public void Dispose()
    {
        TestDatabase.DropTemplates();
        if (Started.IsValueCreated)
            Started.Value.Dispose();
    }
}
