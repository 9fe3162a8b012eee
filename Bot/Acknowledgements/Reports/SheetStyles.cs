using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>How cells look. A text has the format "text", or a spreadsheet would calculate it once somebody touches it.</summary>
internal static class SheetStyles
{
    public const uint Text = 1, Head = 2, Moment = 3, Number = 4;

    /// <summary>The numbers of Excel's own formats: https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.numberingformat.</summary>
    private const uint AsText = 49, AsWhole = 1, AsMoment = 164;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = AsMoment, FormatCode = "dd/mm/yyyy hh:mm" }) { Count = 1 },
        new Fonts(FontOf(), FontOf(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE5EAF0" }) { PatternType = PatternValues.Solid }))
        { Count = 3 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(Format(0), Format(AsText), Format(AsText, font: 1, fill: 2), Format(AsMoment), Format(AsWhole)) { Count = 5 });

    private static Font FontOf(params OpenXmlElement[] weight) =>
        new([.. weight, new FontSize { Val = 11 }, new FontName { Val = "Calibri" }]);

    private static CellFormat Format(uint format, uint font = 0, uint fill = 0) => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = font == 0 && format == AsText })
    {
        NumberFormatId = format,
        FontId = font,
        FillId = fill,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = font > 0,
        ApplyFill = fill > 0,
        ApplyAlignment = true,
    };
}
