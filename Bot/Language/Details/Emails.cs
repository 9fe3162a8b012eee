using System.Text.RegularExpressions;

namespace PolicyBot.Language.Details;

/// <summary>E-mail addresses, also with spaces round the @ and spelt out ("jo at gmail dot com").</summary>
internal static partial class Emails
{
    public static void Mark(Marks marks)
    {
        foreach (var found in Written().EnumerateMatches(marks.Text))
            marks.Add(DetailKind.Email, found.Index, found.Length);
        foreach (var found in Loose().EnumerateMatches(marks.Text))
            marks.Add(DetailKind.Email, found.Index, found.Length);
    }

    [GeneratedRegex(@"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex("""
        (?<![\w.+%-]) [\w.+%-]{1,64} \s? (?: @ | \bat\b ) \s?
        (?: gmail | googlemail | hotmail | outlook | yahoo | icloud | live | btinternet | aol | me | msn | sky )
        (?: \s?\.\s? | \sdot\s ) (?: com | net | co (?: \s?\.\s? | \sdot\s ) uk ) \b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Loose();
}
