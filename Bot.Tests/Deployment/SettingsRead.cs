using Microsoft.Extensions.Configuration;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.BotFramework;
using PolicyBot.Graph;
using PolicyBot.Language;
using PolicyBot.Reviews;
using PolicyBot.Storage;
using PolicyBot.Storage.Schedules;
using PolicyBot.Teams;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Deployment;

/// <summary>Which settings the bot asks for, noted while it reads them.</summary>
internal static class SettingsRead
{
    /// <summary>What the rooms' setups read by themselves, and what the host and .NET do.</summary>
    private static readonly string[] More = ["Policies:Folder", "Rounds:Calendar", "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "DOTNET_EnableDiagnostics"];

    private static readonly Lazy<HashSet<string>> Noted = new(Note);

    /// <param name="name">As it stands in an environment: two underscores for a colon.</param>
    public static bool Contains(string name) => Noted.Value.Contains(name.Replace("__", ":", StringComparison.Ordinal));

    private static HashSet<string> Note()
    {
        var asked = new Notebook();
        var settings = new ConfigurationRoot([asked]);
        BotCredentials.From(settings, isDevelopment: false);
        StorageSettings.From(settings, isDevelopment: false);
        ScheduleSettings.From(settings);
        GraphSettings.From(settings, isDevelopment: false);
        LanguageSettings.From(settings);
        ReviewSettings.From(settings);
        OutboxSettings.From(settings);
        ErrandSettings.From(settings);
        LadderSettings.From(settings);
        AnnualStart.MonthFrom(settings, []);
        ClubSettings.From(settings, isDevelopment: false);
        return [.. asked.Keys, .. More];
    }

    private sealed class Notebook : ConfigurationProvider
    {
        public HashSet<string> Keys { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override bool TryGet(string key, out string? value)
        {
            Keys.Add(key);
            value = null;
            return false;
        }
    }
}
