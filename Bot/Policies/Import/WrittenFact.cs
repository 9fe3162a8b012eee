using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>How policies introduce a fact about themselves: "Next review:", "was adopted by … on".</summary>
internal static partial class WrittenFact
{
    /// <summary>The kind of fact is the name of the group. What was reviewed last is told apart, so that it is not taken for what is due.</summary>
    private const string Labels =
        @"(?<last>(?:date\s+)?(?:of\s+)?(?:the\s+)?(?:last|previous)\s+(?:policy\s+)?(?:review(?:ed)?|update[d]?|amended|revised)(?:\s+date)?|date\s+(?:reviewed|updated)|(?:was|been|were)\s+(?:last\s+)?reviewed|reviewed\s+(?:and\s+updated\s+)?(?:on|in)\b|last\s+reviewed|reviewed(?=\s*:|\s*\t)|updated|amended|revised)"
        + @"|(?<due>(?:date\s+(?:of|for)\s+)?(?:the\s+)?next\s+(?:policy\s+)?(?:full\s+)?review(?:ed)?(?:\s+(?:date|due|is\s+due))?|review\s+(?:is\s+)?(?:date\s+)?due(?:\s+date)?|due\s+(?:for|to\s+be)\s+review(?:ed)?|(?:to|will|must|shall|should)\s+(?:next\s+)?be\s+(?:next\s+)?(?:formally\s+)?reviewed|review\s+date|(?:date|month)\s+(?:of|for)\s+review|(?:is|are)\s+reviewed|review\s+(?:cycle|period|frequency|by)|reviewed\s+by(?=\s+(?:the\s+end\s+of\s+)?\S+\s+20\d\d)|reviewed(?=\s+(?:at\s+least\s+)?(?:every|annually|each|once|yearly))|review(?=\s*[:\t]))"
        + @"|(?<adopted>(?:date\s+)?(?:policy\s+)?adopted|adoption\s+date|(?:date\s+)?approved|approval\s+date|date\s+of\s+(?:adoption|approval|policy|issue)|ratified|policy\s+date|(?:date\s+)?agreed\s+(?:by|on)|effective\s+(?:from|date)|in\s+force\s+from|issue\s+date|date\s+issued)"
        + @"|(?<signed>signed|signature)";

    private const string Others =
        @"policy\s+(?:title|name|number|owner|holder|lead)|name\s+of\s+(?:policy|club|school|setting)|title|(?:our\s+)?(?:club|school|setting|nursery|provider|organisation)(?:\s+name)?|version(?:\s+(?:number|no\.?))?|date|author|written\s+by|owner|responsible(?:\s+person)?|manager|chair(?:\s+of\s+governors)?|head\s*teacher|position|role|name|ofsted\s+(?:number|urn|registration(?:\s+number)?)|registered\s+charity(?:\s+(?:number|no\.?))?";

    /// <summary>Whether a line begins with the name of a fact and gives it.</summary>
    public static bool IsAt(string line) => Beginning().IsMatch(line);

    /// <summary>Whether words name a kind of fact and nothing else, as the head of a column does.</summary>
    public static string? KindOf(string label)
    {
        var match = Whole().Match(label);
        return match.Success ? KindOf(match) : null;
    }

    public static IReadOnlyList<(string Kind, int Start, int End)> LabelsIn(string text) =>
        [.. Anywhere().Matches(text).Select(match => (KindOf(match), match.Index, match.Index + match.Length))];

    /// <summary>What stands behind one of these names at the beginning of a line or cell, or null.</summary>
    public static string? ValueOf(string names, string line)
    {
        var match = Regex.Match(line, $@"^\W*(?:{names})[*_]*\s*[:\t][*_]*\s*(?<value>[^\t]*\w[^\t]*)", RegexOptions.IgnoreCase);
        return match.Success ? match.Groups["value"].Value.Trim().Trim('*', '_').Trim() : null;
    }

    private static string KindOf(Match match) => ((string[])["last", "due", "adopted", "signed"]).First(kind => match.Groups[kind].Success);

    [GeneratedRegex(@"\b(?:" + Labels + @")", RegexOptions.IgnoreCase)]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"^\W*(?:policy\s+|date\s+|document\s+)?(?:" + Labels + @")(?:\s+(?:on|by|in|date|due))?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[\W_]*(?:(?:this\s+)?(?:policy|document|date)\s+(?:was\s+)?)?(?:" + Labels + "|" + Others + @")(?:\s+(?:on|by|in|date|due|on\s+behalf\s+of[^:\t]{0,60}|by\s+[^:\t]{1,40}))*(?:\s*\([^)\t]{0,30}\))?[*_]*\s*(?:[:\t]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();
}
