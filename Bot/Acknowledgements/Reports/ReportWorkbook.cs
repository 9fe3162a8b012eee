using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>A report as a workbook: a sheet that sums it up, and a sheet with a row for each person.</summary>
internal static class ReportWorkbook
{
    public static void Write(PolicyReport report, Stream file)
    {
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        document.PackageProperties.Title = $"{report.Policy.Title}: who has acknowledged it";
        document.PackageProperties.Created = report.AsAt.UtcDateTime;
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Sheet();
        var sheets = new Sheets();
        Add("Summary", sheet => WriteSummary(report, sheet));
        Add("People", sheet => WritePeople(report, sheet));
        workbook.Workbook = new Workbook(sheets);

        void Add(string name, Action<SheetWriter> write)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            sheets.AppendChild(new Sheet { Name = name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
            using var sheet = new SheetWriter(part);
            write(sheet);
        }
    }

    private static void WriteSummary(PolicyReport report, SheetWriter sheet)
    {
        var policy = report.Policy;
        sheet.Begin([34, 70]);
        sheet.Heading(["What", "Figure or fact"]);
        sheet.Row(["Policy", policy.Title]);
        sheet.Row(["Club", policy.Club]);
        sheet.Row(["As at (UK time)", report.AsAt]);
        sheet.Row(["Adopted", policy.Adopted?.AsWritten ?? "No date is written."]);
        sheet.Row(["Review", ReviewStatus.Of(policy, SchoolTime.DayOf(report.AsAt))]);
        sheet.Row(["Version", report.Version]);
        sheet.Row(["SHA-256 of the text", policy.TextHash]);
        sheet.Row(["People who are to acknowledge it", report.Expected]);
        foreach (var state in StateWords.InOrder)
            sheet.Row([StateWords.Of(state), report.CountOf(state)]);

        sheet.Row(["Entries of the register", report.Head.Count]);
        sheet.Row(["Check value of the register", report.Head.CheckValue]);
        sheet.End();
    }

    private static void WritePeople(PolicyReport report, SheetWriter sheet)
    {
        sheet.Begin([.. ReportColumn.All.Select(column => column.Width)]);
        sheet.Heading([.. ReportColumn.All.Select(column => column.Head)]);
        foreach (var line in report.People)
            sheet.Row([.. ReportColumn.All.Select(column => column.Cell(line))]);

        sheet.End(withFilter: true);
    }
}
