using System.Globalization;
using System.Text.RegularExpressions;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.People;

/// <summary>
/// Reads days as schools write them, the day before the month. Where another country's spreadsheet could have
/// written the same and meant another day, it asks.
/// </summary>
internal static partial class RosterDates
{
    private const int FirstYear = 1950;
    private const int LastYear = 2100;
    private const string Examples = "Write it like 2026-01-31, 31/01/2026 or 31 January 2026.";

    private static readonly string[] Formats = ["yyyy-MM-dd", "dd/MM/yyyy", "d MMMM yyyy"];

    /// <returns>The day, or a sentence that says what to write instead.</returns>
    public static (DateOnly? Day, string? Fault) Read(string text)
    {
        if (Exact(text, Formats) is { } day)
            return Plausible(text, day);

        if (Numbers().Match(text) is { Success: true } numbers)
            return ReadNumbers(text, numbers);

        return WrittenDates.TryParse(text, out var written) && written is { IsAssumed: false }
            ? Plausible(text, written.Day)
            : (null, $"'{text}' is no day I can read. {Examples} Leave it empty where nobody knows.");
    }

    private static (DateOnly? Day, string? Fault) ReadNumbers(string text, Match numbers)
    {
        var (first, second) = (numbers.Groups["first"].Value, numbers.Groups["second"].Value);
        var year = numbers.Groups["year"].Value;
        if (year.Length == 2)
            return (null, $"'{text}' has two digits for the year. Write all four: "
                + $"{first.PadLeft(2, '0')}/{second.PadLeft(2, '0')}/{Century(year)}{year}.");

        var dayFirst = Exact($"{first}/{second}/{year}", ["d/M/yyyy"]);
        var monthFirst = Exact($"{first}/{second}/{year}", ["M/d/yyyy"]);
        return (dayFirst, monthFirst) switch
        {
            ({ } day, { } other) when day != other && first.Length + second.Length < 4 =>
                (null, $"'{text}' could be {Words(day)} or {Words(other)}. Write {Iso(day)} or {Iso(other)}."),
            ({ } day, _) => Plausible(text, day),
            (null, { } other) => (null, $"'{text}' has the month first. Write {Iso(other)}."),
            _ => (null, $"'{text}' is not in the calendar. {Examples}"),
        };
    }

    private static (DateOnly? Day, string? Fault) Plausible(string text, DateOnly day) =>
        day.Year is >= FirstYear and <= LastYear ? (day, null)
        : (null, $"'{text}' lies in the year {day.Year}, which cannot be right. {Examples}");

    private static int Century(string year) =>
        int.Parse(year, CultureInfo.InvariantCulture) < FirstYear % 100 ? 20 : 19;

    private static DateOnly? Exact(string text, string[] formats) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<first>[0-9]{1,2})(?<mark>[/.-])(?<second>[0-9]{1,2})\k<mark>(?<year>[0-9]{4}|[0-9]{2})$")]
    private static partial Regex Numbers();
}
