using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>Writes one sheet from its top to its end, row by row, so that a hundred thousand take no more memory than one.</summary>
internal sealed partial class SheetWriter(WorksheetPart part) : IDisposable
{
    private const uint A4 = 9;

    /// <summary>Excel takes no longer text in a cell.</summary>
    private const int LongestText = 32_767;

    private readonly OpenXmlWriter _sheet = OpenXmlWriter.Create(part);
    private int _columns;
    private int _rows;

    /// <param name="widths">Of the columns, in letters.</param>
    public void Begin(IReadOnlyList<int> widths)
    {
        _columns = widths.Count;
        _sheet.WriteStartElement(new Worksheet());
        _sheet.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        _sheet.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        _sheet.WriteElement(new Columns(widths.Select((width, place) => new Column
        {
            Min = (uint)place + 1,
            Max = (uint)place + 1,
            Width = width,
            CustomWidth = true,
        })));
        _sheet.WriteStartElement(new SheetData());
    }

    public void Heading(IReadOnlyList<string> heads) => WriteRow(heads.Select(head => TextCell(head, SheetStyles.Head)));

    /// <param name="facts">Texts, moments, numbers, and null for an empty cell.</param>
    public void Row(IReadOnlyList<object?> facts) => WriteRow(facts.Select(CellOf));

    public void End(bool withFilter = false)
    {
        _sheet.WriteEndElement();
        if (withFilter)
            _sheet.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{(char)('A' + _columns - 1)}{_rows}") });

        _sheet.WriteElement(new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToHeight = 0 });
        _sheet.WriteEndElement();
    }

    public void Dispose() => _sheet.Dispose();

    private void WriteRow(IEnumerable<Cell> cells)
    {
        _rows++;
        _sheet.WriteElement(new Row(cells));
    }

    private static Cell CellOf(object? fact) => fact switch
    {
        null => new Cell { StyleIndex = SheetStyles.Text },
        DateTimeOffset moment => NumberCell(SchoolTime.Of(moment).ToOADate(), SheetStyles.Moment),
        string text => TextCell(text, SheetStyles.Text),
        _ => NumberCell(Convert.ToDouble(fact, CultureInfo.InvariantCulture), SheetStyles.Number),
    };

    private static Cell NumberCell(double number, uint style) =>
        new(new CellValue(number.ToString("R", CultureInfo.InvariantCulture))) { StyleIndex = style };

    private static Cell TextCell(string text, uint style) =>
        new(new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    /// <summary>XML has no sign for some letters, and Excel takes "_x0041_" for the sign of one.</summary>
    private static string Writable(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");

        var written = LooksLikeSign().Replace(clean.ToString(), "_x005F_");
        return written.Length > LongestText ? written[..LongestText] : written;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksLikeSign();
}
