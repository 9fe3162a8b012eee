using System.Globalization;

namespace PolicyBot.Acknowledgements.Reports.Pack;

/// <summary>
/// A bar for each state, with its words and number beside it, so that nothing is told by colour alone. Widths are per cent:
/// it fits a phone and a sheet of paper, and its letters stay as large as those around it.
/// </summary>
internal static class Chart
{
    private const int Row = 46, BarTop = 24, BarHeight = 14;

    public static void Add(Html html, PolicyReport report)
    {
        var (bars, all) = (Bars(report), report.People.Count - report.CountOf(PersonState.Left));
        if (bars.Count == 0)
            return;

        html.Add($"<figure>\n<svg role=\"img\" aria-labelledby=\"in-words\" width=\"100%\" height=\"{Plain(bars.Count * Row)}\">");
        foreach (var (state, count, place) in bars.Select((bar, place) => (bar.State, bar.Count, place)))
            html.Add($"""
                <text x="0" y="{Plain(place * Row + BarTop - 8)}">{StateWords.Of(state)}: {count}</text>
                <rect class="track" x="0" y="{Plain(place * Row + BarTop)}" width="100%" height="{Plain(BarHeight)}"/>
                <rect class="bar {(state == PersonState.Acknowledged ? "done" : "")}" x="0" y="{Plain(place * Row + BarTop)}" width="{Share(count, all)}%" height="{Plain(BarHeight)}"/>
                """);

        html.Add($"</svg>\n<figcaption id=\"in-words\">In words: of {all} people at the club, {InWords(bars)}.</figcaption>\n</figure>");
    }

    private static List<(PersonState State, int Count)> Bars(PolicyReport report) =>
        [.. StateWords.InOrder.Where(state => state != PersonState.Left).Select(state => (state, report.CountOf(state))).Where(bar => bar.Item2 > 0)];

    private static string InWords(List<(PersonState State, int Count)> bars) =>
        string.Join("; ", bars.Select(bar => string.Create(CultureInfo.InvariantCulture, $"{StateWords.Of(bar.State).ToLowerInvariant()}: {bar.Count:N0}")));

    private static string Share(int count, int all) => (100.0 * count / all).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
