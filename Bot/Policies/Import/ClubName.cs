using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>Names of clubs and schools in a text.</summary>
internal static partial class ClubName
{
    private const int MostWords = 10;

    public static bool IsIn(string text) => Institution().IsMatch(text);

    /// <summary>A line that is a name and nothing else.</summary>
    public static bool Is(string line) => IsIn(line) && !HeadLines.NamesPolicy(line) && !Structure.IsTelling(line) && IsOwn(line)
        && line.Split(' ') is { Length: <= MostWords } words && Array.TrueForAll(words, IsCapital) && line[^1] is not ('.' or '!' or '?')
            && !line.Contains('\t') && !line.Contains(':');

    /// <summary>Names within sentences, such as "at Hilltop Kids Club".</summary>
    public static IEnumerable<string> In(string text) => Proper().Matches(text).Select(match => Leading().Replace(match.Value, ""))
        .Where(name => IsOwn(name) && !HeadLines.NamesPolicy(name));

    /// <summary>Each name once; a short form of a longer one is the same.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> names)
    {
        var all = names.Select(name => name.Trim().Trim('*', '_', '#', ' ')).Where(name => name.Length > 0).DistinctBy(name => name.ToUpperInvariant())
            .ToList();
        return [.. all.Where(name => !all.Exists(other => other.Length > name.Length && other.Contains(name, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>"The Club" and "Breakfast Club" name nobody's.</summary>
    private static bool IsOwn(string name) => WordsOf().Matches(name).Any(word => !Common().IsMatch(word.Value));

    /// <summary>Names have capitals, but for small words such as "of".</summary>
    private static bool IsCapital(string word) => word.Length < 4 || !char.IsLower(word[0]);

    [GeneratedRegex(@"\b(club|school|academy|nursery|pre-?school|playgroup|playscheme|college|federation|trust|childcare|kindergarten|wraparound)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Institution();

    [GeneratedRegex(@"\b(?:[A-Z][\w'’.-]*\s+(?:(?:of|and|the|&|\+)\s+)?){1,6}(?:Club|School|Academy|Nursery|Pre-?[Ss]chool|Playgroup|College|Federation)\b")]
    private static partial Regex Proper();

    [GeneratedRegex(@"^(?:(?:The|At|Our|In|Here|This|All|Any|For|When|If|As|While)\s+)+")]
    private static partial Regex Leading();

    [GeneratedRegex(@"[\w'’-]+")]
    private static partial Regex WordsOf();

    [GeneratedRegex(@"^(club|clubs|school|schools|academy|nursery|pre-?school|playgroup|college|federation|trust|after|before|breakfast|primary|infant|infants|junior|juniors|secondary|holiday|out|of|the|our|and|kids|a|at|this|in|first|middle|high|childcare|wraparound|care|setting|afterschool|name)$", RegexOptions.IgnoreCase)]
    private static partial Regex Common();
}
