using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>Finds where a document says when it was adopted and when its review is due.</summary>
internal static partial class Mentions
{
    private const int Farthest = 90;

    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six"];

    public static IReadOnlyList<Mention> In(IReadOnlyList<Part> parts)
    {
        List<Part> text = [.. parts.Where(part => part.Kind is not (PartKind.Noise or PartKind.Title))];
        return [.. text.SelectMany((part, i) => InColumns(text, i) ?? (InNext(text, i) is { } next ? [next] : In(part)))];
    }

    private static IEnumerable<Mention> In(Part part)
    {
        var labels = WrittenFact.LabelsIn(part.Text);
        for (var i = 0; i < labels.Count; i++)
        {
            var (kind, start, end) = labels[i];
            var region = part.Text[end..(i + 1 < labels.Count ? labels[i + 1].Start : part.Text.Length)];
            if (kind != "signed" && Of(kind, region, part) is { } mention)
                yield return mention with { IsPlain = part.Text[start..end].Contains("adopt", StringComparison.OrdinalIgnoreCase) };
        }
    }

    private static Mention? Of(string kind, string region, Part part)
    {
        var near = SentenceEnd().Split(region)[0];
        near = near[..Math.Min(near.Length, Farthest)];
        if (Date().Match(near) is { Success: true } date)
            return new Mention(kind, date.Groups["date"].Value, Parsed(date.Groups["date"].Value), null, part);
        if (Interval().Match(near) is { Success: true } interval && (kind == "due" || IsLabelled(region)))
            return new Mention("due", interval.Value, null, MonthsOf(interval), part);

        var value = IsLabelled(region) ? near.Trim(' ', ':', '*', '\t').Split('\t')[0].Trim() : "";
        return kind != "last" && value.Any(char.IsDigit) && value.Length < 40 ? new Mention(kind, value, null, null, part) : null;
    }

    /// <summary>A table with the names of the facts over their columns.</summary>
    private static IEnumerable<Mention>? InColumns(List<Part> text, int i)
    {
        if (text[i].Kind != PartKind.Row)
            return null;

        var head = text.Take(i).Reverse().TakeWhile(row => row.Kind == PartKind.Row && row.Table == text[i].Table).LastOrDefault();
        if (head is null || head.Cells.Length < 2 || head.Cells.All(cell => WrittenFact.KindOf(cell) is null) || head.Cells.Any(cell => Date().IsMatch(cell))
            || WrittenFact.IsAt(text[i].Cells[0] + ":"))
            return null;

        return text[i].Cells.Zip(head.Cells, (cell, label) => WrittenFact.KindOf(label) is { } kind and not "signed"
            ? Of(kind, $": {cell}", text[i]) : null).OfType<Mention>();
    }

    /// <summary>The name of a fact on a line of its own, and the date on the next.</summary>
    private static Mention? InNext(List<Part> text, int i) =>
        i + 1 < text.Count && text[i].Kind != PartKind.Row && WrittenFact.KindOf(text[i].Text) is { } kind and not "signed"
            && Date().Match(text[i + 1].Text) is { Success: true } date && date.Length == text[i + 1].Text.Trim('.', ' ').Length
                ? new Mention(kind, date.Groups["date"].Value, Parsed(date.Groups["date"].Value), null, text[i + 1]) { IsPlain = true }
                : null;

    private static bool IsLabelled(string region) => region.TrimStart('*', '_', ' ') is [':' or '\t', ..];

    private static WrittenDate? Parsed(string words) => WrittenDates.TryParse(words, out var date) ? date : null;

    private static int? MonthsOf(Match interval)
    {
        if (interval.Groups["unit"] is not { Success: true } unit)
            return interval.Value.StartsWith("bienn", StringComparison.OrdinalIgnoreCase) ? 24
                : interval.Value.StartsWith("term", StringComparison.OrdinalIgnoreCase) ? 4 : 12;

        var count = interval.Groups["count"].Value.ToLowerInvariant();
        var number = int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
            : count == "other" ? 2 : Math.Max(1, Array.IndexOf(Numbers, count) + 1);
        return unit.Value.StartsWith("month", StringComparison.OrdinalIgnoreCase) ? number : number * 12;
    }

    private const string Month = @"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?";

    [GeneratedRegex(@"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?(?<![\d./-])(?<date>\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?" + Month + @",?\s+\d{4}|" + Month + @"\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|" + Month
        + @",?\s+\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|(?:autumn|spring|summer|winter|easter|michaelmas)(?:\s+term)?(?:\s+\d)?,?\s+20\d\d|\d{1,2}/20\d\d|(?<=(?:\b(?:in|by|during|for|of)\s|[:\t]\s{0,3}))20\d\d(?:[/-]\d{2,4})?)(?![\d/-])", RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(?:annual(?:ly)?|yearly|each\s+year|once\s+a\s+year|bienn?ial(?:ly)?|termly|every\s+(?:(?<count>\d{1,2}|one|two|three|four|five|six|other|single)\s+)?(?<unit>years?|months?)|(?<count>\d{1,2}|one|two|three|four|five|six)[\s-]+(?<unit>year(?:s|ly)?|month(?:s|ly)?)|every\s+term)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Interval();

    [GeneratedRegex(@"(?<=[a-z0-9)]{2})[.!?]\s+(?=[A-Z])")]
    private static partial Regex SentenceEnd();
}
