using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Policies.Import;

/// <summary>The numbers that Word gives to paragraphs and does not write into the file: counted as Word counts them.</summary>
internal sealed partial class WordNumbers
{
    private const int Levels = 9;

    private readonly Dictionary<int, (int List, IReadOnlyDictionary<int, Level> Levels, IReadOnlyDictionary<int, int> Starts)> _lists = [];
    private readonly Dictionary<int, int?[]> _counts = [];
    private readonly HashSet<int> _begun = [];

    public WordNumbers(DocumentFormat.OpenXml.Wordprocessing.Numbering? numbering)
    {
        var kinds = (numbering?.Elements<AbstractNum>() ?? []).Where(kind => kind.AbstractNumberId is not null)
            .ToDictionary(kind => kind.AbstractNumberId!.Value);
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
            if (list.NumberID?.Value is { } id && list.AbstractNumId?.Val?.Value is { } kind && kinds.TryGetValue(kind, out var known))
                _lists[id] = (kind, LevelsOf(known, list), StartsOf(list));
    }

    /// <returns>The number before the paragraph, or that it has a bullet; null where it has neither.</returns>
    public WordNumber? Next(Paragraph paragraph, WordStyle style)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var id = own?.NumberingId?.Val?.Value ?? style.Numbers?.NumberingId?.Val?.Value;
        var at = Math.Clamp(own?.NumberingLevelReference?.Val?.Value ?? style.Numbers?.NumberingLevelReference?.Val?.Value ?? 0, 0, Levels - 1);
        if (id is null || !_lists.TryGetValue(id.Value, out var list) || !list.Levels.TryGetValue(at, out var level)
            || FormatOf(level) == NumberFormatValues.None)
            return null;
        if (FormatOf(level) == NumberFormatValues.Bullet)
            return new WordNumber("", at, IsBullet: true);

        Count(id.Value, list.List, list.Starts, list.Levels, at);
        var counts = _counts[list.List];
        var label = Place().Replace(level.LevelText?.Val?.Value ?? "%1.", match => Of(match.Groups[1].Value[0] - '1', counts, list.Levels));
        return new WordNumber(label.Trim(), at, IsBullet: false);
    }

    private void Count(int id, int list, IReadOnlyDictionary<int, int> starts, IReadOnlyDictionary<int, Level> levels, int at)
    {
        if (!_counts.TryGetValue(list, out var counts))
            _counts[list] = counts = new int?[Levels];
        if (_begun.Add(id))
            foreach (var (level, start) in starts)
                counts[level] = start - 1;

        counts[at] = (counts[at] ?? (StartOf(levels[at]) - 1)) + 1;
        Array.Clear(counts, at + 1, Levels - at - 1);
    }

    private static string Of(int level, int?[] counts, IReadOnlyDictionary<int, Level> levels)
    {
        if (!levels.TryGetValue(level, out var known))
            return "";

        var count = counts[level] ??= StartOf(known);
        var format = FormatOf(known);
        return format == NumberFormatValues.LowerLetter ? Letters(count).ToLowerInvariant()
            : format == NumberFormatValues.UpperLetter ? Letters(count)
            : format == NumberFormatValues.LowerRoman ? Roman(count).ToLowerInvariant()
            : format == NumberFormatValues.UpperRoman ? Roman(count)
            : count.ToString(CultureInfo.InvariantCulture);
    }

    private static Dictionary<int, Level> LevelsOf(AbstractNum kind, NumberingInstance list)
    {
        var levels = kind.Elements<Level>().Where(level => level.LevelIndex is not null).ToDictionary(level => level.LevelIndex!.Value);
        foreach (var own in list.Elements<LevelOverride>().Where(each => each is { LevelIndex: not null, Level: not null }))
            levels[own.LevelIndex!.Value] = own.Level!;

        return levels;
    }

    private static Dictionary<int, int> StartsOf(NumberingInstance list) =>
        list.Elements<LevelOverride>().Where(each => each is { LevelIndex.Value: >= 0 and < Levels, StartOverrideNumberingValue.Val: not null })
            .ToDictionary(each => each.LevelIndex!.Value, each => each.StartOverrideNumberingValue!.Val!.Value);

    private static NumberFormatValues FormatOf(Level level) => level.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;

    private static int StartOf(Level level) => level.StartNumberingValue?.Val?.Value ?? 1;

    private static string Letters(int count) => count < 1 ? "" : new string((char)('A' + ((count - 1) % 26)), ((count - 1) / 26) + 1);

    private static string Roman(int count)
    {
        (int Worth, string Sign)[] signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = "";
        foreach (var (worth, sign) in signs)
            for (; count >= worth && roman.Length < 20; count -= worth)
                roman += sign;

        return roman;
    }

    [GeneratedRegex("%([1-9])")]
    private static partial Regex Place();
}

/// <param name="Level">From 0.</param>
internal sealed record WordNumber(string Label, int Level, bool IsBullet);
