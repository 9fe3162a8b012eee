using System.Text.RegularExpressions;

namespace PolicyBot.Language.Details;

/// <summary>
/// Full dates, and a day without a year where it is somebody's birthday. "October 2021", "next Friday" and "3.30" stay.
/// </summary>
internal static partial class Dates
{
    private const int CueBefore = 45, CueAfter = 25;

    private const string Month = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    public static void Mark(Marks marks)
    {
        foreach (var found in Numbers().EnumerateMatches(marks.Text))
            if (!Section().IsMatch(marks.Before(found.Index, CueBefore)))
                marks.Add(KindAt(marks, found), found.Index, found.Length);
        foreach (var found in WithYear().EnumerateMatches(marks.Text))
            marks.Add(KindAt(marks, found), found.Index, found.Length);
        foreach (var found in OfBirth().EnumerateMatches(marks.Text))
            if (KindAt(marks, found) is DetailKind.BirthDate)
                marks.Add(DetailKind.BirthDate, found.Index, found.Length);
    }

    private static DetailKind KindAt(Marks marks, ValueMatch found) =>
        CueBehind().IsMatch(marks.Before(found.Index, CueBefore)) || CueAhead().IsMatch(marks.After(found.Index + found.Length, CueAfter))
            ? DetailKind.BirthDate
            : DetailKind.Date;

    [GeneratedRegex(@"(?<![\d/.-])(?:(?:0?[1-9]|[12]\d|3[01])(?<by>[/.-])(?:0?[1-9]|1[0-2])\k<by>(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d-[01]\d-[0-3]\d)(?![/.-]?\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\sof)?[\s-]?" + Month + @",?[\s-](?:(?:19|20)\d\d|['’]\d\d)|" + Month + @"\s(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s(?:19|20)\d\d)(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithYear();

    /// <summary>Counts only beside a word for being born.</summary>
    [GeneratedRegex(@"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\sof)?[\s-]?" + Month + @"(?:\s\d\d(?!\d))?|" + Month + @"\s(?:the\s)?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)|" + Month + @"\s(?:19|20)\d\d|\d\d\s\d\d\s(?:19|20)?\d\d|\d{1,2}/\d{1,2})(?![\w/])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfBirth();

    [GeneratedRegex(@"\b(?:born|d\.?o\.?b|birth|birth\s?day|b\W?day|turn(?:s|ed|ing)?\s\w{1,6})\b[^.?!\n]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CueBehind();

    [GeneratedRegex(@"^[^.?!\n]{0,24}\b(?:birth\s?day|b\W?day)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CueAhead();

    [GeneratedRegex(@"\b(?:sections?|clauses?|versions?|para(?:graph)?|chapter|v)\.?\s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Section();
}
