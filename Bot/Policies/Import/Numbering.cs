using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>The number before a paragraph, as "3.", "3.1", "a)", "(iv)".</summary>
/// <param name="Depth">How far in: 1 for "3.", 2 for "3.1", 8 for letters, 9 for small Roman numerals in brackets.</param>
internal sealed partial record Numbering(string Label, int Depth, string Rest)
{
    private const int Letter = 8, Roman = 9;

    public static Numbering? Of(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            return null;

        var label = match.Groups["label"].Value;
        var depth = match.Groups["digits"].Success ? label.Trim('(', ')', '.').Count(letter => letter == '.') + 1
            : match.Groups["roman"].Success ? Roman : Letter;
        return new Numbering(label, depth, match.Groups["rest"].Value);
    }

    [GeneratedRegex(@"^(?<label>\(?(?:(?<digits>\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)])|(?<roman>(?:ii|iii|iv|vi|vii|viii|ix|i|v|x)[.)])|[a-z][.)]|[A-Z]\)))[ \t]+(?<rest>\S.*)$")]
    private static partial Regex Pattern();
}
