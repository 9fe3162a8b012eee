using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace PolicyBot.Storage;

/// <summary>Which database, and where: section Storage.</summary>
internal sealed record StorageSettings(StorageProvider Provider, string ConnectionString)
{
    private const string Development = "Data Source=data/policybot.db";

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

    /// <summary>Short waits, because somebody is waiting for an answer; a pool that leaves room for other replicas.</summary>
    private static string Postgres(string written)
    {
        var text = new NpgsqlConnectionStringBuilder(written);
        Default(text, "Timeout", 3);
        Default(text, "Command Timeout", 10);
        Default(text, "Maximum Pool Size", 30);
        Default(text, "Application Name", "policybot");
        return text.ToString();
    }

    private static void Default(DbConnectionStringBuilder text, string name, object value)
    {
        if (!text.ContainsKey(name))
            text[name] = value;
    }
}

internal enum StorageProvider
{
    Sqlite,
    Postgres,
}
