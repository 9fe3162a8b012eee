using System.Text.RegularExpressions;
using PolicyBot.Language.Names;

namespace PolicyBot.Language.Details;

/// <summary>A house in a street, where somebody lives, a postcode; all of it one place where the postcode follows.</summary>
internal sealed partial class Addresses(NameBook book)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    private const int LongestTown = 40, CueBefore = 45;

    private const string Road = "road|rd|street|st|lane|ln|avenue|ave|crescent|cres|gardens|gdns|terrace|mews|cottages|boulevard";

    /// <summary>Words for a street that are words for much else.</summary>
    private const string Weak = """
        close|cl|drive|dr|way|place|court|ct|hill|grove|green|walk|row|square|park|parade|rise|view|common|meadows?|fields|path
        |mead|croft|cottage|house|farm
        """;

    private const string Living = @"\b (?: liv(?:es?|ed|ing) | moved | stay(?:s|ing)? | address";

    private const string Word = @"[\p{L}'’.-]{1,20} \s";

    public void Mark(Marks marks)
    {
        var postcodes = Postcodes(marks);
        foreach (Match street in Street().Matches(marks.Text))
            if (IsStreet(marks, street))
                MarkStreet(marks, street, postcodes);
        foreach (var flat in Flat().EnumerateMatches(marks.Text))
            marks.Add(DetailKind.Address, flat.Index, flat.Length);
        foreach (Match home in Home().Matches(marks.Text))
            if (!HasSmallWord(home.Groups["words"].ValueSpan))
                marks.Add(DetailKind.Address, home.Groups["where"].Index, home.Groups["where"].Length);
        foreach (var (start, length) in postcodes)
            marks.Add(DetailKind.Address, start, length);
    }

    private static List<(int Start, int Length)> Postcodes(Marks marks)
    {
        var found = new List<(int, int)>();
        foreach (var match in Postcode().EnumerateMatches(marks.Text))
            if (!Ordinal().IsMatch(marks.Text.AsSpan(match.Index, match.Length)))
                found.Add((match.Index, match.Length));

        return found;
    }

    private void MarkStreet(Marks marks, Match street, List<(int Start, int Length)> postcodes)
    {
        var end = street.Index + street.Length;
        foreach (var (start, length) in postcodes)
            if (start >= end && start - end <= LongestTown && IsTown(marks.Text.AsSpan(end, start - end)))
                end = start + length;

        marks.Add(DetailKind.Address, street.Index, end - street.Index);
    }

    private bool IsStreet(Marks marks, Match street)
    {
        var name = street.Groups["words"].ValueSpan;
        if (HasSmallWord(name) || Counted().IsMatch(marks.Before(street.Index, CueBefore)))
            return false;

        return street.Groups["road"].Success || street.Groups["number"].Success || char.IsUpper(name.TrimStart()[0])
            || LivesAt().IsMatch(marks.Before(street.Index, CueBefore));
    }

    private bool IsTown(ReadOnlySpan<char> between) => !between.ContainsAny(".?!\n") && !HasSmallWord(between);

    private bool HasSmallWord(ReadOnlySpan<char> words)
    {
        foreach (var part in words.SplitAny(' ', ','))
            if ((book.SensesOf(words[part]) & (Sense.Small | Sense.Role | Sense.Relation | Sense.Crowd)) != 0)
                return true;

        return false;
    }

    [GeneratedRegex($$"""
        (?<![\w./£$-])
        (?: (?: flat|apartment|apt|unit ) \s? \d{1,4}[a-z]? \s? ,? \s? )?
        (?<number> (?: house | number | no\.? ) \s )?
        \d{1,4}[a-z]? (?: \s?-\s? \d{1,4} )? ,? \s
        (?<words> (?: {{Word}} ){1,3}? )
        (?: (?<road> {{Road}} ) | {{Weak}} ) \b (?: \. (?=,) )?
        """, Options)]
    private static partial Regex Street();

    [GeneratedRegex($$"""
        \b (?: flat|apartment|apt ) \s? \d{1,4}[a-z]? \b
        (?: ,? \s (?: {{Word}} ){1,4}? (?: house|court|lodge|mansions ) \b )?
        (?: ,? \s (?: {{Word}} ){1,2}? (?: {{Road}} ) \b )?
        """, Options)]
    private static partial Regex Flat();

    [GeneratedRegex($$"""
        {{Living}} ) \b [^.?!\n\d]{0,25}? \b (?: at|on|in|to|down|up|is ) \s (?: the\s )?
        (?<where> (?<words> (?: {{Word}} ){1,2}? ) (?: {{Road}} | cottage|farm|lodge|close|drive ) ) \b
        """, Options)]
    private static partial Regex Home();

    [GeneratedRegex("""
        \b
        (?: A[BL] | B[ABDHLNRST]? | C[ABFHMORTVW] | D[ADEGHLNTY] | E[CHNX]? | F[KY] | G[LUY]? | H[ADGPRSUX] | I[GMPV] | JE | K[ATWY]
          | L[ADELNSU]? | M[EKL]? | N[EGNPRW]? | O[LX] | P[AEHLOR] | R[GHM] | S[AEGKLMNOPRSTWY]? | T[ADFNQRSW] | UB | W[ACDFNRSV]?
          | YO | ZE )
        \d [A-Z\d]? \s? \d [ABD-HJLNP-UW-Z]{2} \b
        """, Options)]
    private static partial Regex Postcode();

    /// <summary>"s1 3rd" in small letters is a class and a place in a row.</summary>
    [GeneratedRegex(@"\s\d(?:st|nd|rd|th)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\b (?: year | yr | class | section | page | top | aged? | key\sstage | ks ) \s? $", Options)]
    private static partial Regex Counted();

    [GeneratedRegex(Living + @" | from | round | send | sent | post | posted | deliver | at ) \b [^.?!\n]* $", Options)]
    private static partial Regex LivesAt();
}
