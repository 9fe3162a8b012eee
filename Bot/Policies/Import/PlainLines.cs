using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>The lines of a text, and what can be said of each from those around it.</summary>
internal sealed partial class PlainLines
{
    private readonly IReadOnlyList<string> _lines;
    private readonly IReadOnlySet<int> _noise;

    public PlainLines(string text, bool isMarkdown)
    {
        IsMarkdown = isMarkdown;
        var lines = Comment().Replace(CleanText.Of(text), comment => new string('\n', comment.Value.Count(letter => letter == '\n'))).Split('\n');
        var feeds = Enumerable.Range(0, lines.Length).Where(i => lines[i].Contains('\f')).ToHashSet();
        _lines = [.. lines.Select(line => Quoted().Replace(line.Replace('\f', ' '), ""))];
        _noise = PageNoise.In(_lines, feeds);
        Wraps = new LineWraps([.. _lines.Where((_, i) => !_noise.Contains(i))]);
    }

    public bool IsMarkdown { get; }

    public LineWraps Wraps { get; }

    public int Count => _lines.Count;

    public string this[int i] => _lines[i];

    public bool IsNoise(int i) => _noise.Contains(i);

    /// <summary>Whether a line is a row of a table drawn with bars.</summary>
    public bool IsPiped(int i) => _lines[i].TrimStart().StartsWith('|')
        || (_lines[i].Contains('|') && (IsBarred(i + 1) || (i > 0 && (IsBarred(i - 1) || (_lines[i - 1].Contains('|') && IsPiped(i - 1))))));

    /// <summary>Whether a line stands under the words of the item that the last one began, and not under its bullet.</summary>
    public static bool IsIndentedUnder(string item, string line) => Indent(line) > Indent(item)
        || (Indent(line) == Indent(item) && !ItemStart().IsMatch(item));

    public static int Indent(string line) => line.TakeWhile(char.IsWhiteSpace).Sum(space => space == '\t' ? 4 : 1);

    private bool IsBarred(int i) => i < _lines.Count && _lines[i].Contains('|') && Bars().IsMatch(_lines[i]);

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^ {0,3}(?:> ?)+")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^[\s|:+-]*-{2,}[\s|:+-]*$")]
    private static partial Regex Bars();

    [GeneratedRegex(@"^\s*(?:[-*+•▪■◦●○‣⁃·–—]|o\s|\(?\w{1,4}[.)])")]
    private static partial Regex ItemStart();
}
