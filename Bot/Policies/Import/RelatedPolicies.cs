using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>The policies that a policy names beside itself, with their names as written.</summary>
internal static partial class RelatedPolicies
{
    private const int MostWords = 10;

    public static IReadOnlyList<string> In(IReadOnlyList<Part> parts)
    {
        List<Part> text = [.. parts.Where(part => part.Kind != PartKind.Noise)];
        return [.. text.SelectMany((part, i) => UnderHeading(text, i).Concat(Behind(part.Text)).Concat(UnderLead(text, i)))
            .DistinctBy(name => name.ToUpperInvariant())];
    }

    private static IEnumerable<string> UnderHeading(List<Part> text, int i) => text[i].Kind == PartKind.Heading && Heading().IsMatch(text[i].Text)
        ? text.Skip(i + 1).TakeWhile(part => part.Kind is PartKind.Item or PartKind.Row
            || (part.Kind == PartKind.Paragraph && (part == text[i + 1] || IsName(part)) && !Reading().IsMatch(part.Text) && !Structure.IsTelling(part.Text)))
            .SelectMany(part => NamesIn(part.Text, isList: true))
        : [];

    /// <summary>Whether a line is the heading of such a list.</summary>
    public static bool IsHeading(string text) => Heading().IsMatch(text) && Plural().IsMatch(text);

    public static bool AreIn(string text) => Behind(text).Any();

    private static bool IsName(Part part) => part.Words <= MostWords && !part.Text.EndsWith('.') && Noun().IsMatch(part.Text);

    private static IEnumerable<string> UnderLead(List<Part> text, int i) => text[i].Text.EndsWith(':') && text[i].Kind == PartKind.Paragraph
        && Reading().IsMatch(text[i].Text)
        ? text.Skip(i + 1).TakeWhile(part => part.Kind == PartKind.Item).SelectMany(part => NamesIn(part.Text, isList: true))
        : [];

    private static IEnumerable<string> Behind(string text) => Reading().Matches(text)
        .SelectMany(match => NamesIn(match.Groups["names"].Value, isList: false));

    private static IEnumerable<string> NamesIn(string names, bool isList)
    {
        List<string> pieces = [.. Commas().Split(names.Replace("**", "", StringComparison.Ordinal)).SelectMany(Halves).Select(Trimmed)
            .Where(piece => piece.Length > 0 && piece.Split(' ').Length <= MostWords)];
        var isAll = isList || pieces is [.., var last] && Plural().IsMatch(last);
        return pieces.Where(piece => char.IsLetter(piece[0]) && (isAll ? char.IsUpper(piece[0]) || Noun().IsMatch(piece) : Noun().IsMatch(piece))
            && !OneNoun().IsMatch(piece));
    }

    /// <summary>"A policy and the B policy" are two; "Child Protection and Safeguarding Policy" is one.</summary>
    private static string[] Halves(string piece) => And().Split(piece);

    private static string Trimmed(string piece) => Leading().Replace(Numbers().Replace(piece.Trim(), ""), "").Trim().Trim('.', '*', '_', '“', '”', '"', '\'', '‘', '’', ':', ';', '[', ' ');

    [GeneratedRegex(@"\b(?:related|linked|associated|supporting|other\s+relevant|relevant|see\s+also|links?\s+(?:to|with))\b.*|^\W*see\s+also", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:in\s+conjunction\s+with|alongside|together\s+with|see\s+also|(?:related|linked|associated|relevant|other)\s+polic(?:y|ies)(?:\s+(?:and|or)\s+(?:procedures|documents))?(?:\s+(?:are|include|is))?|please\s+(?:also\s+)?(?:see|refer\s+to)(?:\s+also)?|refer\s+to)[\s:*\t]+(?<names>[^.\n]*(?:policy|policies|procedures?|code|agreement|plan|guidance|statement)\b[^.\n]*)|(?:in\s+conjunction\s+with|alongside|see\s+also|related\s+policies|linked\s+policies)[^.\n]*:$", RegexOptions.IgnoreCase)]
    private static partial Regex Reading();

    [GeneratedRegex(@"[,;\t]\s*(?:and\s+)?|\s+(?:as\s+well\s+as|plus)\s+")]
    private static partial Regex Commas();

    [GeneratedRegex(@"(?<=\b(?:policy|policies|procedures?|code\s+of\s+\w+|agreement|plan|guidance|statement))\s+and\s+(?!procedures?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?:(?:and|our|the|this|its|also|with|club's|school's|following)\s+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^(?:\d+(?:\.\d+)*[.)]?|\(?[a-z]\))\s+")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b(policy|policies|procedures?|code\s+of\s+\w+|agreement|plan|guidance|statement)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Noun();

    [GeneratedRegex(@"\bpolicies\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Plural();

    /// <summary>"This policy", "policies and procedures": no name of any.</summary>
    [GeneratedRegex(@"^(?:(?:other|all|relevant|this|these|such|policy|policies|and|procedures?|of|the|documents?|related|linked)\s*)+$", RegexOptions.IgnoreCase)]
    private static partial Regex OneNoun();
}
