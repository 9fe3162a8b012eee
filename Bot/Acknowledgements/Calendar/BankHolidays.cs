using System.Collections.Concurrent;

namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>
/// England's bank holidays of any year, by the standing rules (gov.uk/bank-holidays). A holiday proclaimed for one
/// year, such as a coronation, has no rule: it belongs under <c>closed:</c> in the school's calendar.
/// </summary>
internal static class BankHolidays
{
    /// <summary>Asked for every person of a round, and so reckoned once a year.</summary>
    private static readonly ConcurrentDictionary<int, DateOnly[]> Known = [];

    public static bool Includes(DateOnly day) => day.Month is 1 or 3 or 4 or 5 or 8 or 12
        && Known.GetOrAdd(day.Year, year => [.. Of(year)]).AsSpan().Contains(day);

    /// <summary>The days on which nobody works, in order; for a fixed day on a weekend, its substitute.</summary>
    public static IReadOnlyList<DateOnly> Of(int year)
    {
        var easter = EasterSunday(year);
        var christmas = Substituted(new DateOnly(year, 12, 25));
        var boxing = Substituted(new DateOnly(year, 12, 26));
        return
        [
            Substituted(new DateOnly(year, 1, 1)),
            easter.AddDays(-2),
            easter.AddDays(1),
            MondayFrom(new DateOnly(year, 5, 1)),
            MondayFrom(new DateOnly(year, 5, 25)),
            MondayFrom(new DateOnly(year, 8, 25)),
            christmas,
            christmas == boxing ? boxing.AddDays(1) : boxing,
        ];
    }

    /// <summary>The Gregorian reckoning of Easter (Oudin's formula).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var skipped = century - century / 4;
        var moon = (19 * golden + skipped - (8 * century + 13) / 25 + 15) % 30;
        moon -= moon / 28 * (1 - moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11));
        var weekday = (year + year / 4 + moon + 2 - skipped) % 7;
        return new DateOnly(year, 3, 28).AddDays(moon - weekday);
    }

    private static DateOnly MondayFrom(DateOnly first) =>
        first.AddDays((DayOfWeek.Monday - first.DayOfWeek + 7) % 7);

    private static DateOnly Substituted(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? MondayFrom(day) : day;
}
