using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace PolicyBot.Storage;

/// <summary>Which database, and where: section Storage.</summary>
internal sealed record StorageSettings(StorageProvider Provider, string ConnectionString)
{
    private const string Development = "Data Source=data/policybot.db";

    /// <summary>
    /// Short waits, because somebody is waiting for an answer; a pool that leaves room for other replicas; no
    /// just-in-time compiling, which takes 70 ms for a claim that takes 3; statements that are planned once; and no asking for
    /// Kerberos, whose library a container has not.
    /// </summary>
    private static readonly (string Name, object Value)[] Defaults =
    [
        ("Timeout", 3), ("Command Timeout", 10), ("Maximum Pool Size", 30), ("Application Name", "policybot"), ("Options", "-c jit=off"), ("Max Auto Prepare", 50),
        ("GSS Encryption Mode", "Disable"),
    ];

    /// <summary>Where it is, as the log may say it: without user and password.</summary>
    public string Whereabouts => Provider is StorageProvider.Sqlite
        ? new SqliteConnectionStringBuilder(ConnectionString).DataSource
        : Whereabout(new NpgsqlConnectionStringBuilder(ConnectionString));

    /// <returns>The settings, and a sentence for each mistake: settings with mistakes are not to be used.</returns>
    public static (StorageSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings, bool isDevelopment)
    {
        var section = settings.GetSection("Storage");
        var (named, written) = (section["Provider"]?.Trim() ?? "", section["ConnectionString"]?.Trim() ?? "");
        var mistakes = new List<string>();
        if (!Enum.TryParse<StorageProvider>(named is "" ? nameof(StorageProvider.Sqlite) : named, ignoreCase: true, out var provider))
            mistakes.Add($"Storage:Provider is '{named}'. Write Sqlite (one machine) or Postgres (any number of machines).");
        if (written is "" && (!isDevelopment || provider is StorageProvider.Postgres))
            mistakes.Add("Storage:ConnectionString is missing. Say where to keep what must not be lost, such as "
                + "'Data Source=/var/lib/policybot/policybot.db', or for Postgres 'Host=localhost;Database=policybot;Username=policybot'.");

        return (Completed(provider, written is "" ? Development : written, mistakes), mistakes);
    }

    /// <summary>What a person may leave out of a connection string, filled in.</summary>
    private static StorageSettings Completed(StorageProvider provider, string written, List<string> mistakes)
    {
        try
        {
            return new(provider, provider is StorageProvider.Sqlite ? Sqlite(written) : Postgres(written));
        }
        catch (ArgumentException wrong)
        {
            mistakes.Add($"Storage:ConnectionString cannot be read: {wrong.Message}");
            return new(provider, "");
        }
    }

    /// <summary>A relative file is beside the program: wherever the bot is started from, it finds what it knew.</summary>
    private static string Sqlite(string written)
    {
        var text = new SqliteConnectionStringBuilder(written);
        text.DataSource = Path.Combine(AppContext.BaseDirectory, text.DataSource);
        return text.ToString();
    }

    private static string Postgres(string written)
    {
        var text = new NpgsqlConnectionStringBuilder(written);
        var said = new DbConnectionStringBuilder { ConnectionString = written }.Keys.Cast<string>().Select(Plain).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Defaults.Where(each => !said.Contains(Plain(each.Name))))
            text[name] = value;

        return text.ToString();
    }

    private static string Whereabout(NpgsqlConnectionStringBuilder text) => $"{text.Database} on {text.Host}:{text.Port}";

    /// <summary>"Command Timeout" and "CommandTimeout" are one setting.</summary>
    private static string Plain(string name) => name.Replace(" ", "", StringComparison.Ordinal);
}

internal enum StorageProvider
{
    Sqlite,
    Postgres,
}
