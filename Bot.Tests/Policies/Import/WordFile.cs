using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Tests.Policies.Import;

/// <summary>Writes a Word document as Word does: styles by id, bullets and numbers by reference, heads and feet in parts of their own.</summary>
internal sealed class WordFile
{
    private readonly Body _body = new();
    private readonly List<string> _feet = [];

    public WordFile Title(string text) => Add(Styled("Title", text));

    public WordFile Heading(string text, int level = 1) => Add(Styled($"Heading{level}", text));

    /// <summary>A heading that Word numbers.</summary>
    public WordFile Section(string text) => Add(Numbered(Styled("Heading1", text), list: 2, level: 0));

    /// <summary>A clause numbered by its style.</summary>
    public WordFile Clause(string text) => Add(Styled("Clause", text));

    public WordFile Letter(string text) => Add(Numbered(Plain(text), list: 2, level: 2));

    public WordFile Bullet(string text, int level = 0) => Add(Numbered(Plain(text), list: 1, level));

    public WordFile Text(params string[] lines) => Add(Plain(lines));

    public WordFile Bold(string text) => Add(new Paragraph(new Run(new RunProperties(new Bold()), Words(text))));

    public WordFile Changed(string kept, string deleted, string inserted) => Add(new Paragraph(
        new Run(Words(kept)), new DeletedRun(new Run(new DeletedText(deleted))) { Id = "1", Author = "A" }, new InsertedRun(new Run(Words(inserted))) { Id = "2", Author = "A" }));

    public WordFile Table(params string[][] rows)
    {
        _body.Append(new Table(rows.Select(row => new TableRow(row.Select(cell => new TableCell(Plain(cell)))))));
        return this;
    }

    public WordFile Foot(string text)
    {
        _feet.Add(text);
        return this;
    }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(_body);
            foreach (var foot in _feet)
                main.AddNewPart<FooterPart>().Footer = new Footer(Plain(foot));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                Style("Title", "Title"), Style("Heading1", "heading 1"), Style("Heading2", "heading 2"), Style("Clause", "Numbered clause", level: 1));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(Level(0, NumberFormatValues.Bullet, "•"), Level(1, NumberFormatValues.Bullet, "o")) { AbstractNumberId = 0 },
                new AbstractNum(Level(0, NumberFormatValues.Decimal, "%1."), Level(1, NumberFormatValues.Decimal, "%1.%2"), Level(2, NumberFormatValues.LowerLetter, "%3)")) { AbstractNumberId = 1 },
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 2 });
        }

        return file.ToArray();
    }

    private WordFile Add(Paragraph paragraph)
    {
        _body.Append(paragraph);
        return this;
    }

    private static Paragraph Plain(params string[] lines) =>
        new(lines.SelectMany((line, i) => (OpenXmlElement[])[.. i == 0 ? [] : (OpenXmlElement[])[new Run(new Break())], .. Split(line)]));

    /// <summary>Word cuts a sentence into runs wherever somebody once stopped typing, and writes a tab as an element.</summary>
    private static IEnumerable<OpenXmlElement> Split(string line)
    {
        foreach (var (cell, i) in line.Split('\t').Select((cell, i) => (cell, i)))
        {
            if (i > 0)
                yield return new Run(new TabChar());
            yield return new Run(Words(cell[..(cell.Length / 2)]));
            yield return new Run(Words(cell[(cell.Length / 2)..]));
        }
    }

    private static Paragraph Styled(string style, string text)
    {
        var paragraph = Plain(text);
        paragraph.ParagraphProperties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        return paragraph;
    }

    private static Paragraph Numbered(Paragraph paragraph, int list, int level)
    {
        paragraph.ParagraphProperties ??= new ParagraphProperties();
        paragraph.ParagraphProperties.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list });
        return paragraph;
    }

    private static Text Words(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private static Style Style(string id, string name, int? level = null)
    {
        var style = new Style(new StyleName { Val = name }) { StyleId = id, Type = StyleValues.Paragraph };
        if (level is { } numbered)
            style.Append(new StyleParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = numbered }, new NumberingId { Val = 2 })));

        return style;
    }

    private static Level Level(int index, NumberFormatValues format, string text) =>
        new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = index };
}
