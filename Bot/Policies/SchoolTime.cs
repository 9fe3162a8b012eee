using System.Globalization;

namespace PolicyBot.Policies;

/// <summary>Between an instant and the calendar and clock on the school's wall.</summary>
internal static class SchoolTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant));

    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(Of(instant));

    /// <summary>A time that the clock leaps over is an hour later; of one that comes twice, the second.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        var real = Zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall;
        return new DateTimeOffset(real, Zone.GetUtcOffset(real));
    }

    /// <summary>The day's first moment; its end is the first of the next.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>"23 November 2026, 09:00".</summary>
    public static string Written(DateTimeOffset instant) => Of(instant).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"23 November 2026".</summary>
    public static string Written(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"23/11/2026 09:00", for tables.</summary>
    public static string Short(DateTimeOffset instant) => Of(instant).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"23/11/2026".</summary>
    public static string Short(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static DateTime Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
}
