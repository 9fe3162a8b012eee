using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>The lines of a text file that belong to its pages and not to its text: page numbers, repeated heads and feet.</summary>
internal sealed partial class PageNoise
{
    private const int Near = 3, LongestLine = 90;

    private readonly IReadOnlyList<string> _lines;
    private readonly HashSet<int> _found = [];

    private PageNoise(IReadOnlyList<string> lines) => _lines = lines;

    /// <param name="feeds">The lines that begin a new page.</param>
    /// <returns>The places of the lines that are no text.</returns>
    public static IReadOnlySet<int> In(IReadOnlyList<string> lines, IReadOnlySet<int> feeds)
    {
        var noise = new PageNoise(lines);
        noise.FindNumbers(feeds);
        noise.FindRepeated(feeds);
        return noise._found;
    }

    private void FindNumbers(IReadOnlySet<int> feeds)
    {
        var ends = _lines.Select((line, place) => (line, place)).Where(pair => NumberAtEnd().IsMatch(pair.line) && pair.line.Length <= LongestLine)
            .GroupBy(pair => Digits().Replace(pair.line.Trim(), "0"));
        foreach (var same in ends.Where(same => same.Count() > 1))
            _found.UnionWith(same.Select(pair => pair.place));

        for (var place = 0; place < _lines.Count; place++)
            if (PageNumber().IsMatch(_lines[place]) || (BareNumber().IsMatch(_lines[place]) && feeds.Any(feed => Math.Abs(feed - place) <= Near)))
                _found.Add(place);
    }

    /// <summary>A line that comes again beside the ends of pages, or that names the policy again and again. The first is kept.</summary>
    private void FindRepeated(IReadOnlySet<int> feeds)
    {
        var ends = feeds.Concat(_found).ToList();
        var lines = _lines.Select((line, place) => (Text: line.Trim(), Place: place)).Where(pair => pair.Text.Any(char.IsLetter)
            && pair.Text.Length <= LongestLine && !_found.Contains(pair.Place) && !pair.Text.EndsWith(':')).ToList();
        foreach (var same in lines.GroupBy(pair => Digits().Replace(pair.Text, "0"), StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            var again = same.Skip(1).ToList();
            if (again.TrueForAll(pair => ends.Exists(end => IsNear(end, pair.Place)))
                || (again.Count > 1 && NamesItself().IsMatch(same.Key) && !same.Key.EndsWith('.')))
                _found.UnionWith(again.Select(pair => pair.Place));
        }
    }

    /// <summary>Blank lines do not count.</summary>
    private bool IsNear(int end, int place)
    {
        var (from, to) = end < place ? (end, place) : (place, end);
        return _lines.Skip(from + 1).Take(to - from - 1).Count(line => line.Any(char.IsLetterOrDigit)) < 2;
    }

    [GeneratedRegex(@"^\s*(?:[-–—|]\s*)?(?:page|p\.)\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?(?:\s*[-–—|])?\s*$|^\s*\d{1,3}\s*(?:of|/)\s*\d{1,3}\s*$|^\s*[-–—]\s*\d{1,3}\s*[-–—]\s*$|^\s*\d{1,3}\s*\|\s*page\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\bpage\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberAtEnd();

    [GeneratedRegex(@"^\s*\d{1,3}\s*$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b(policy|procedure|club|school|academy|nursery|version)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamesItself();
}
