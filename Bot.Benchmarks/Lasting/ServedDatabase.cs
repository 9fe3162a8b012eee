using Microsoft.Extensions.Configuration;
using PolicyBot.Storage;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>A database of the run's own: a SQLite file, or a PostgreSQL server.</summary>
internal sealed class ServedDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policybot-run-").FullName;

    public ServedDatabase(string provider)
    {
        Server = provider.Equals("postgres", StringComparison.OrdinalIgnoreCase)
            ? TemporaryPostgres.Start(TemporaryPostgres.Installed() ?? throw new InvalidOperationException("PostgreSQL is not installed."))
            : null;
        Arguments =
        [
            $"--Storage:Provider={provider}",
            $"--Storage:ConnectionString={Server?.ConnectionString("policybot") ?? $"Data Source={Path.Combine(_folder, "run.db")}"}",
        ];
    }

    public TemporaryPostgres? Server { get; }

    public IReadOnlyList<string> Arguments { get; }

    public StorageSettings Settings => StorageSettings.From(new ConfigurationBuilder().AddCommandLine([.. Arguments]).Build(), isDevelopment: false).Settings;

    public Databases Open() => new(Settings);

    public void Dispose()
    {
        Server?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
