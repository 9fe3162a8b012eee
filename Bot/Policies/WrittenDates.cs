using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Policies;

/// <summary>Reads dates as schools write them. Day comes before month; a month or a term means its last day.</summary>
internal static partial class WrittenDates
{
    private static readonly string[] DayFormats = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-M-d"];
    private static readonly string[] MonthFormats = ["MMMM yyyy", "MMM yyyy", "M/yyyy"];

    /// <summary>Words that stand where a date would and name none.</summary>
    private static readonly string[] NoDate = ["[insert date]", "tbc", "n/a"];

    public static bool TryParse(string text, out WrittenDate? date)
    {
        var words = text.Trim();
        date = null;
        if (words.Length == 0 || ReviewInterval.MonthsIn(words) is not null || NoDate.Contains(words, StringComparer.OrdinalIgnoreCase))
            return true;

        var plain = Ordinal().Replace(words, "$1").Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        date = Day(plain) is { } day ? new WrittenDate(words, day, IsAssumed: false)
            : Month(plain) is { } month ? new WrittenDate(words, LastDay(month), IsAssumed: true)
            : Term(plain) is { } term ? new WrittenDate(words, term, IsAssumed: true)
            : null;
        return date is not null;
    }

    private static DateOnly? Day(string text) => Exact(text, DayFormats);

    private static DateOnly? Month(string text) => Exact(text, MonthFormats);

    private static DateOnly? Exact(string text, string[] formats) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;

    /// <summary>School terms, not seasons of the calendar: autumn ends in December, spring by Easter, summer in July.</summary>
    private static DateOnly? Term(string text)
    {
        var match = SchoolTerm().Match(text);
        if (!match.Success)
            return null;

        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return match.Groups["term"].Value.ToLowerInvariant() switch
        {
            "autumn" => new DateOnly(year, 12, 31),
            "spring" => new DateOnly(year, 3, 31),
            _ => new DateOnly(year, 7, 31),
        };
    }

    private static DateOnly LastDay(DateOnly month) => month.AddMonths(1).AddDays(-month.Day);

    [GeneratedRegex(@"\b(\d{1,2})(st|nd|rd|th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(?<term>autumn|spring|summer)(\s+term)?\s+(?<year>20\d\d)$", RegexOptions.IgnoreCase)]
    private static partial Regex SchoolTerm();
}
