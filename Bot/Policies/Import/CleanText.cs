using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>Takes out of a text what nobody sees; quotation marks, dashes and every word stay as they are written.</summary>
internal static partial class CleanText
{
    /// <summary>Spaces of every width become the plain one, line ends the plain one; form feeds stay, since they tell pages.</summary>
    public static string Of(string text)
    {
        var plain = Unseen().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), "");
        plain = OtherLineEnds().Replace(plain, "\n");
        return ClauseMark().Replace(OtherSpaces().Replace(plain, " "), "");
    }

    [GeneratedRegex(@"[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0000-\u0008\u000E-\u001F\u007F]")]
    private static partial Regex Unseen();

    [GeneratedRegex(@"[\r\v\u0085\u2028\u2029]")]
    private static partial Regex OtherLineEnds();

    [GeneratedRegex(@"[\u00A0\u2000-\u200A\u202F\u205F\u3000]")]
    private static partial Regex OtherSpaces();

    /// <summary>What looks like a mark of policy.md, such as the anchor of a heading, would be taken for one.</summary>
    [GeneratedRegex(@"[ \t]*\{#[^}\n]*\}")]
    private static partial Regex ClauseMark();
}
