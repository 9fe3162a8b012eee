using System.Text.RegularExpressions;

namespace PolicyBot.Language.Details;

/// <summary>
/// Phone numbers of people, in every spelling. What stays: 999, 101 and the like, and numbers that no person has, which
/// begin with 0800, 0808, 03 or 116. "National Telephone Numbering Plan", Ofcom.
/// </summary>
internal static partial class PhoneNumbers
{
    private const int ShortestNational = 10, LongestNational = 11, LongestAbroad = 15, CueBefore = 40;

    public static void Mark(Marks marks)
    {
        foreach (var found in Digits().EnumerateMatches(marks.Text))
            for (var at = found.Index; at < found.Index + found.Length;)
                at += Math.Max(1, MarkFrom(marks, at, found.Index + found.Length));
    }

    /// <returns>How far the number reaches that begins here; 0 where none does.</returns>
    private static int MarkFrom(Marks marks, int start, int end)
    {
        var run = marks.Text.AsSpan(start, end - start);
        if (run[0] is not ('+' or '(' or 'o' or 'O') && !char.IsAsciiDigit(run[0]))
            return 0;

        var length = LengthOf(run) is var counted and > 0 ? counted : Cue().IsMatch(marks.Before(start, CueBefore)) ? LocalLength(run) : 0;
        var opens = run[0] is '(' && !run[..length].Contains(')') ? 1 : 0;
        if (length > 0 && !IsPublic(run[..length]))
            marks.Add(DetailKind.PhoneNumber, start + opens, length - opens);

        return length > 0 ? length : DigitsAhead(run);
    }

    /// <summary>A national number has ten or eleven digits and begins with 0; one from abroad begins with + or 00.</summary>
    private static int LengthOf(ReadOnlySpan<char> run)
    {
        var lead = run.TrimStart('(');
        var isAbroad = lead[0] is '+' || lead.StartsWith("00") || lead.StartsWith("44 7") || lead.StartsWith("447");
        if (!isAbroad && lead[0] is not ('0' or 'o' or 'O'))
            return 0;

        var (least, most) = !isAbroad ? (ShortestNational, LongestNational)
            : lead.TrimStart("+0(").StartsWith("44") ? (ShortestNational + 1, LongestNational + 4) : (ShortestNational, LongestAbroad);
        return Cut(run, least, most);
    }

    /// <returns>The end of the last group of digits within the count, or 0 where there are too few.</returns>
    private static int Cut(ReadOnlySpan<char> run, int least, int most)
    {
        var (digits, end) = (0, 0);
        for (var i = 0; i < run.Length && digits <= most; i++)
        {
            digits += IsDigit(run, i) ? 1 : 0;
            var closes = IsDigit(run, i) && !IsDigit(run, i + 1);
            end = closes && digits >= least && digits <= most ? i + 1 : end;
        }

        return end;
    }

    /// <summary>"her number is 885 123": six to eight digits, where the words before speak of a phone.</summary>
    private static int LocalLength(ReadOnlySpan<char> run)
    {
        foreach (var found in Local().EnumerateMatches(run))
            return found.Length;

        return 0;
    }

    private static bool IsPublic(ReadOnlySpan<char> number)
    {
        Span<char> digits = stackalloc char[LongestAbroad + 4];
        var count = 0;
        foreach (var letter in number)
            if (char.IsAsciiDigit(letter) && count < digits.Length)
                digits[count++] = letter;

        var all = (ReadOnlySpan<char>)digits[..count];
        return all.StartsWith("0800") || all.StartsWith("0808") || all.StartsWith("03") || all.StartsWith("116");
    }

    private static int DigitsAhead(ReadOnlySpan<char> run)
    {
        var end = 0;
        while (IsDigit(run, end))
            end++;

        return end;
    }

    /// <summary>A letter o typed for the first nought is one.</summary>
    private static bool IsDigit(ReadOnlySpan<char> run, int at) =>
        at < run.Length && (char.IsAsciiDigit(run[at]) || (at is 0 && run[at] is 'o' or 'O'));

    [GeneratedRegex(@"(?<![\w.£$/-])(?:\+|\(\+?)?[oO\d][\d()./ +-]{4,60}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\d{3,8}(?:[ -]\d{2,4}){0,2}(?<=^(?:\D?\d){6,8})(?![\d.:/])", RegexOptions.CultureInvariant)]
    private static partial Regex Local();

    [GeneratedRegex("""
        \b (?: number | no | nr | num | ring | call | phone | tel | telephone | mobile | mob | landline | text | whatsapp ) \b [^.?!\n\d]{0,20} $
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Cue();
}
