using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>
/// Tells a line that was broken because it was full from one that its writer ended: a line goes on below where the next
/// word would not have fitted, or where a sentence is not at its end and the next line begins small.
/// </summary>
internal sealed partial class LineWraps
{
    private const int NarrowestPage = 40, WidestPage = 160;

    private readonly int _width;

    public LineWraps(IReadOnlyList<string> lines)
    {
        var broken = Enumerable.Range(0, Math.Max(0, lines.Count - 1)).Where(i => GoesOnSmall(lines[i], lines[i + 1])).Select(i => lines[i].TrimEnd().Length)
            .ToList();
        _width = broken.Count == 0 ? int.MaxValue : Math.Clamp(broken.Max(), NarrowestPage, WidestPage);
    }

    public bool GoesOn(string line, string next) => GoesOnSmall(line, next) || (line.TrimEnd().Length <= WidestPage && IsFull(line, next));

    private bool IsFull(string line, string next) => line.TrimEnd().Length + 1 + next.TrimStart().Split(' ', 2)[0].Length > _width;

    public static bool GoesOnSmall(string line, string next) =>
        line.Any(char.IsLetterOrDigit) && !SentenceEnd().IsMatch(line) && next.TrimStart() is [var first, ..] && (char.IsLower(first) || first == '(')
            && Numbering.Of(next.TrimStart()) is null;

    [GeneratedRegex(@"[.!?:;]['’”""*_)]*\s*$")]
    private static partial Regex SentenceEnd();
}
