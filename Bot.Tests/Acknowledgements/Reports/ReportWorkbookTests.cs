using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PolicyBot.Acknowledgements.Reports;
using static PolicyBot.Tests.Acknowledgements.Reports.WrittenRegister;

namespace PolicyBot.Tests.Acknowledgements.Reports;

public sealed class ReportWorkbookTests
{
    private readonly WrittenRegister _register = new();

    [Fact]
    public void The_workbook_is_valid_and_has_two_sheets_with_the_heads_frozen()
    {
        _register.Write(1, Acknowledged());
        using var workbook = Open(_register.Report(Staff.Member(1), Staff.Member(2, "=1+1"), Staff.Member("P-1", "Pat")));

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(workbook, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(["Summary", "People"], workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!));
        Assert.All(workbook.WorkbookPart.WorksheetParts, part => Assert.Equal(("A2", PaneStateValues.Frozen), part.Worksheet!.Descendants<Pane>().Select(pane => (pane.TopLeftCell!.Value!, pane.State!.Value)).Single()));
    }

    [Fact]
    public void A_moment_is_a_date_in_the_schools_time_and_a_count_is_a_number()
    {
        _register.Write(1, Acknowledged());
        using var workbook = Open(_register.Report(Staff.Member(1)));

        var cells = People(workbook)[1].Elements<Cell>().ToList();

        Assert.Equal(new DateTime(2026, 9, 7, 10, 0, 0), DateTime.FromOADate(double.Parse(cells[4].CellValue!.Text, CultureInfo.InvariantCulture)));
        Assert.Equal((SheetStyles.Moment, SheetStyles.Number), (cells[4].StyleIndex!.Value, cells[^1].StyleIndex!.Value));
        Assert.Equal("0", cells[^1].CellValue!.Text);
    }

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("  two spaces  ", "  two spaces  ")]
    [InlineData("<b>&\"'", "<b>&\"'")]
    [InlineData("Nguyễn 李 😀", "Nguyễn 李 😀")]
    [InlineData("a\0b\u0001\uFFFE", "a\uFFFDb\uFFFD\uFFFD")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    public void A_name_stays_a_text(string name, string written)
    {
        using var workbook = Open(_register.Report(Staff.Member(1, name)));

        var cell = People(workbook)[1].Elements<Cell>().First();

        Assert.Equal((written, CellValues.InlineString, SheetStyles.Text), (cell.InnerText, cell.DataType!.Value, cell.StyleIndex!.Value));
        Assert.Empty(workbook.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()));
    }

    [Fact]
    public void Half_a_letter_breaks_nothing()
    {
        using var workbook = Open(_register.Report(Staff.Member(1, $"half {(char)0xD83D} of one")));

        Assert.Equal("half \uFFFD of one", People(workbook)[1].Elements<Cell>().First().InnerText);
    }

    private static List<Row> People(SpreadsheetDocument workbook)
    {
        var sheet = workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().Last();
        return [.. ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Row>()];
    }

    private static SpreadsheetDocument Open(PolicyReport report)
    {
        var file = new MemoryStream();
        ReportWorkbook.Write(report, file);
        return SpreadsheetDocument.Open(file, isEditable: false);
    }
}
