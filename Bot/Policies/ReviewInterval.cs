using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Policies;

/// <summary>How often a policy is to be reviewed, where it says that in place of a date: "annually", "every two years".</summary>
internal static partial class ReviewInterval
{
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five"];

    /// <returns>Months; null where the words name no interval.</returns>
    public static int? MonthsIn(string words)
    {
        if (Yearly().IsMatch(words))
            return 12;

        var match = EverySoOften().Match(words);
        if (!match.Success)
            return null;

        var said = match.Groups["number"].Value.ToLowerInvariant();
        var number = said.Length == 0 ? 1 : Array.IndexOf(Numbers, said) is var at and >= 0 ? at + 1 : int.Parse(said, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value.StartsWith("month", StringComparison.OrdinalIgnoreCase) ? number : 12 * number;
    }

    /// <summary>A day that follows from an interval is an assumption, and says what it rests on.</summary>
    public static WrittenDate? DateFrom(string words, WrittenDate? adopted) => MonthsIn(words) is { } months && adopted is not null
        ? new WrittenDate($"{SchoolTime.Written(adopted.Day.AddMonths(months))} (\"{words}\", and adopted {adopted.AsWritten})", adopted.Day.AddMonths(months), IsAssumed: true)
        : null;

    [GeneratedRegex(@"^(at least )?(annually|yearly|once a year)$", RegexOptions.IgnoreCase)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"^(at least )?every ((?<number>one|two|three|four|five|\d{1,2}) )?(?<unit>years?|months?)$", RegexOptions.IgnoreCase)]
    private static partial Regex EverySoOften();
}
