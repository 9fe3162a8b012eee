using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Policies.Import;

/// <summary>What the style of a paragraph says of it, with the styles that it is based on.</summary>
internal sealed class WordStyles
{
    private const int Deepest = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly string? _usual;

    public WordStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
            if (style.StyleId?.Value is { } id)
                _styles[id] = style;

        _usual = _styles.Values.FirstOrDefault(style => style.Type?.Value == StyleValues.Paragraph && style.Default?.Value == true)?.StyleId?.Value;
    }

    public WordStyle Of(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _usual;
        List<Style> chain = [.. ChainOf(id)];
        var names = chain.Select(style => style.StyleName?.Val?.Value ?? "").Prepend(id ?? "")
            .Select(name => name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()).ToList();
        var outline = paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value ?? chain
            .Select(style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value).FirstOrDefault(level => level is not null);
        var named = names.Where(name => name is ['H', 'E', 'A', 'D', 'I', 'N', 'G', >= '1' and <= '9']).Select(name => name[7] - '0').FirstOrDefault();
        return new WordStyle(
            IsTitle: names.Contains("TITLE"),
            IsContents: names.Exists(name => name.StartsWith("TOC", StringComparison.Ordinal)),
            HeadingLevel: named > 0 ? named : outline is >= 0 and < 9 ? outline.Value + 1 : 0,
            IsBold: chain.Select(style => style.StyleRunProperties?.Bold).FirstOrDefault(bold => bold is not null) is { } bold
                && (bold.Val is null || bold.Val),
            Numbers: chain.Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(numbers => numbers is not null));
    }

    private IEnumerable<Style> ChainOf(string? id)
    {
        for (var depth = 0; depth < Deepest && id is not null && _styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}

/// <param name="HeadingLevel">From 1; 0 where it is no heading.</param>
internal sealed record WordStyle(bool IsTitle, bool IsContents, int HeadingLevel, bool IsBold, NumberingProperties? Numbers);
