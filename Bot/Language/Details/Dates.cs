using System.Text.RegularExpressions;

namespace PolicyBot.Language.Details;

/// <summary>
/// Full dates, and a day without a year where it is somebody's birthday. "October 2021", "next Friday" and "3.30" stay.
/// </summary>
internal static partial class Dates
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    private const int CueBefore = 45, CueAfter = 25;

    private const string Day = "(?: 0?[1-9] | [12]\\d | 3[01] )";

    private const string Year = "(?: 19 | 20 ) \\d\\d";

    private const string Month = """
        (?: jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july? | aug(?:ust)? | sept?(?:ember)?
          | oct(?:ober)? | nov(?:ember)? | dec(?:ember)? )
        """;

    /// <summary>"3rd of May"; "May the 3rd".</summary>
    private const string DayMonth = $"{Day} (?:st|nd|rd|th)? (?:\\sof)? [\\s-]? {Month}";

    private const string MonthDay = $"{Month} \\s (?:the\\s)? {Day} (?:st|nd|rd|th)?";

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

    /// <summary>A word for being born stands shortly before, or "birthday" behind.</summary>
    public static bool IsOfBirth(string text, int start, int length)
    {
        var (from, end) = (Math.Max(0, start - CueBefore), start + length);
        return CueBehind().IsMatch(text.AsSpan(from, start - from)) || CueAhead().IsMatch(text.AsSpan(end, Math.Min(CueAfter, text.Length - end)));
    }

    private static DetailKind KindAt(Marks marks, ValueMatch found) =>
        IsOfBirth(marks.Text, found.Index, found.Length) ? DetailKind.BirthDate : DetailKind.Date;

    [GeneratedRegex($$"""
        (?<![\d/.-])
        (?: {{Day}} (?<by>[/.-]) (?: 0?[1-9] | 1[0-2] ) \k<by> (?: {{Year}} | \d\d ) | {{Year}} - [01]\d - [0-3]\d )
        (?! [/.-]? \d )
        """, Options)]
    private static partial Regex Numbers();

    [GeneratedRegex($"(?<!\\d) (?: {DayMonth} ,? [\\s-] (?: {Year} | ['’]\\d\\d ) | {MonthDay} ,? \\s {Year} ) (?!\\d)", Options)]
    private static partial Regex WithYear();

    /// <summary>Counts only beside a word for being born.</summary>
    [GeneratedRegex($$"""
        (?<!\d)
        (?: {{DayMonth}} (?: \s\d\d (?!\d) )? | {{MonthDay}} (?!\d) | {{Month}} \s {{Year}} | \d\d \s \d\d \s (?: 19 | 20 )? \d\d | \d\d?/\d\d? )
        (?![\w/])
        """, Options)]
    private static partial Regex OfBirth();

    [GeneratedRegex(@"\b (?: born | d\.?o\.?b | birth | birth\s?day | b\W?day | turn(?:s|ed|ing)?\s\w{1,6} ) \b [^.?!\n]* $", Options)]
    private static partial Regex CueBehind();

    [GeneratedRegex(@"^ [^.?!\n]{0,24} \b (?: birth\s?day | b\W?day ) \b", Options)]
    private static partial Regex CueAhead();

    [GeneratedRegex(@"\b (?: sections? | clauses? | versions? | para(?:graph)? | chapter | v ) \.? \s? $", Options)]
    private static partial Regex Section();
}
