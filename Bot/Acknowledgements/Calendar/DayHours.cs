using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>From when until when on a day, by the clock on the school's wall, the last moment not included.</summary>
internal readonly record struct DayHours(TimeOnly From, TimeOnly Until)
{
    private static readonly string[] Between = ["-", "–", "—", " to "];
    private static readonly string[] Formats = ["H:mm", "H.mm", "h:mmtt", "h.mmtt", "htt"];
    private static readonly TimeOnly Morning = new(6, 0);
    private static readonly TimeOnly Evening = new(21, 0);

    public static DayHours Usual { get; } = new(new TimeOnly(8, 0), new TimeOnly(18, 0));

    /// <summary>Whether all of it lies between six in the morning and nine in the evening.</summary>
    public bool IsByDay => From >= Morning && Until <= Evening;

    public bool Includes(TimeOnly time) => time >= From && time < Until;

    /// <summary>"3-6" is refused: nobody can tell the morning from the afternoon.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DayHours hours)
    {
        hours = default;
        if (text?.Split(Between, StringSplitOptions.TrimEntries) is not [var first, var last]
            || Time(first) is not { } from || Time(last) is not { } until || from >= until)
            return false;

        hours = new DayHours(from, until);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{Until:HH:mm}");

    private static TimeOnly? Time(string text)
    {
        var bare = text.Replace(" ", "", StringComparison.Ordinal);
        return TimeOnly.TryParseExact(bare, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time : null;
    }
}
