using System.Globalization;
using Microsoft.Graph.Models;
using PolicyBot.Policies;

namespace PolicyBot.Graph.Runners;

/// <summary>Instants and days as Graph's calendars take them: by the school's clock.</summary>
internal static class SchoolHour
{
    private const string Zone = "Europe/London";

    public static DateTimeTimeZone Of(DateTimeOffset instant) => Of(SchoolTime.Of(instant));

    public static DateTimeTimeZone Of(DateOnly day) => Of(day.ToDateTime(TimeOnly.MinValue));

    private static DateTimeTimeZone Of(DateTime wall) =>
        new() { DateTime = wall.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), TimeZone = Zone };
}
