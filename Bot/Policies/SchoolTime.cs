using System.Globalization;

namespace PolicyBot.Policies;

/// <summary>What day it is at the school.</summary>
internal static class SchoolTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant));

    /// <summary>"23 November 2026, 09:00".</summary>
    public static string Written(DateTimeOffset instant) => Of(instant).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static DateTime Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
}
