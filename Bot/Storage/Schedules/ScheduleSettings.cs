using Microsoft.Extensions.Configuration;

namespace PolicyBot.Storage.Schedules;

/// <summary>By whose clock work is done: section Schedules.</summary>
internal sealed record ScheduleSettings(TimeZoneInfo TimeZone)
{
    private const string Default = "Europe/London";

    /// <returns>The settings, and a sentence for each mistake: settings with mistakes are not to be used.</returns>
    public static (ScheduleSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings)
    {
        var named = settings["Schedules:TimeZone"]?.Trim() is { Length: > 0 } written ? written : Default;
        return TimeZoneInfo.TryFindSystemTimeZoneById(named, out var zone)
            ? (new(zone), [])
            : (new(TimeZoneInfo.Utc),
                [$"Schedules:TimeZone is '{named}', which is no time zone here. Write a name such as {Default}."]);
    }
}
