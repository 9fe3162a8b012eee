using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>The time of day in which somebody may be written to, the last moment not included.</summary>
internal readonly record struct SchoolHours(TimeOnly From, TimeOnly Until)
{
    private static readonly TimeOnly Morning = new(6, 0);
    private static readonly TimeOnly Evening = new(21, 0);

    public static SchoolHours Usual { get; } = new(new TimeOnly(8, 0), new TimeOnly(18, 0));

    /// <summary>Whether all of it lies between six in the morning and nine in the evening.</summary>
    public bool IsByDay => From >= Morning && Until <= Evening;

    public bool Includes(TimeOnly time) => time >= From && time < Until;

    /// <param name="text">"08:00-18:00".</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out SchoolHours hours)
    {
        hours = default;
        if (text?.Split('-', '–') is not [var first, var last]
            || !TryTime(first, out var from) || !TryTime(last, out var until))
            return false;

        hours = new SchoolHours(from, until);
        return from < until;
    }

    public override string ToString() => $"{From:HH:mm}-{Until:HH:mm}";

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text.Trim(), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
