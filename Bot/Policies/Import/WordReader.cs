using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Policies.Import;

/// <summary>The parts of a Word document: paragraphs with their styles and numbers, tables, footnotes; heads and feet as noise.</summary>
internal sealed class WordReader(MainDocumentPart document)
{
    private readonly WordStyles _styles = new(document.StyleDefinitionsPart?.Styles);
    private readonly WordNumbers _numbers = new(document.NumberingDefinitionsPart?.Numbering);
    private readonly List<Part> _parts = [];
    private readonly List<string> _notes = [];
    private int _place, _tables;

    public SourceDocument Read(Body body)
    {
        var heads = document.HeaderParts.Select(part => part.Header as OpenXmlElement).Concat(document.FooterParts.Select(part => part.Footer))
            .OfType<OpenXmlElement>();
        foreach (var line in heads.SelectMany(each => each.Descendants<Paragraph>()).SelectMany(WordText.LinesOf).Where(line => line.Trim().Length > 0)
            .Distinct())
            _parts.Add(new Part(PartKind.Noise, line.Trim(), 0));

        Walk(body, isContents: false);
        foreach (var note in document.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? [])
            Walk(note, isContents: false);
        foreach (var note in document.EndnotesPart?.Endnotes?.Elements<Endnote>() ?? [])
            Walk(note, isContents: false);

        if (body.Descendants<DeletedRun>().Any() || body.Descendants<InsertedRun>().Any())
            _notes.Add("The document has changes that nobody has accepted yet: what they add was read, what they take out was not.");
        return new SourceDocument(_parts, "paragraph", _notes);
    }

    private void Walk(OpenXmlElement parent, bool isContents)
    {
        foreach (var child in parent.ChildElements)
            switch (child)
            {
                case Paragraph paragraph:
                    Take(paragraph, isContents);
                    break;
                case Table table:
                    Take(table);
                    break;
                case SdtBlock block:
                    Walk(block.SdtContentBlock ?? new SdtContentBlock(), isContents
                        || block.Descendants<DocPartGallery>().Any(part => part.Val?.Value?.Contains("Contents", StringComparison.Ordinal) == true));
                    break;
                case { HasChildren: true } and not (SectionProperties or SdtProperties):
                    Walk(child, isContents);
                    break;
            }
    }

    private void Take(Paragraph paragraph, bool isContents)
    {
        _place++;
        var lines = WordText.LinesOf(paragraph).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (lines.Count > 0)
            Add(paragraph, lines, isContents);
        foreach (var box in WordText.BoxesIn(paragraph))
            Walk(box, isContents);
    }

    private void Add(Paragraph paragraph, List<string> lines, bool isContents)
    {
        var style = _styles.Of(paragraph);
        var number = _numbers.Next(paragraph, style);
        if (number is { IsBullet: false })
            lines[0] = $"{number.Label} {lines[0]}".Trim();

        var kind = isContents || style.IsContents ? PartKind.Bare : style.IsTitle ? PartKind.Title : style.HeadingLevel > 0 ? PartKind.Heading
            : number is { IsBullet: true } ? PartKind.Item : PartKind.Paragraph;
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
            _parts.Add(Typed(new Part(kind == PartKind.Item && i > 0 ? PartKind.Paragraph : kind, line, _place)
            {
                Level = kind == PartKind.Heading ? style.HeadingLevel : kind == PartKind.Item ? number!.Level : 0,
                IsBold = WordText.IsBold(paragraph, style.IsBold),
            }));
    }

    /// <summary>Bullets and numbers that were typed by hand.</summary>
    private static Part Typed(Part part)
    {
        if (part.Kind != PartKind.Paragraph)
            return part;
        if (part.Text is [('-' or '•' or '*' or '·' or '–' or '▪' or '●' or '○' or 'o'), ' ' or '\t', _, ..])
            return part with { Kind = PartKind.Item, Text = part.Text[2..].Trim() };

        var number = Numbering.Of(part.Text);
        return number is null ? part : part with { Text = $"{number.Label} {number.Rest}" };
    }

    private void Take(Table table)
    {
        var number = ++_tables;
        foreach (var row in table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table))
        {
            var cells = row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row).ToList();
            if (cells.Count == 1 || cells.Exists(cell => cell.Descendants<Paragraph>().Count(each => WordText.LinesOf(each).Any(line => line.Trim().Length > 0)) > 1))
                cells.ForEach(cell => Walk(cell, isContents: false));
            else
                Add(row, cells, number);
        }
    }

    private void Add(TableRow row, List<TableCell> cells, int table)
    {
        _place++;
        List<string> words = [.. cells.Select(cell => string.Join(' ', cell.Descendants<Paragraph>()
            .SelectMany(WordText.LinesOf)).Replace('\t', ' ').Trim())];
        if (words.Exists(cell => cell.Length > 0))
            _parts.Add(new Part(words.Count(cell => cell.Length > 0) == 1 && words[0].Length > 0 ? PartKind.Paragraph
                : PartKind.Row, string.Join('\t', words).Trim(), _place)
            {
                Table = table,
                IsHeader = row.TableRowProperties?.Elements<TableHeader>().Any() == true,
                IsBold = cells.TrueForAll(cell => cell.Descendants<Paragraph>().All(paragraph => WordText.IsBold(paragraph, _styles.Of(paragraph).IsBold))),
            });
    }
}
