using System.Text;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>A report as a comma-separated table, one line a person (RFC 4180), which Excel opens with its accents right.</summary>
internal static class ReportCsv
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static void Write(PolicyReport report, Stream file)
    {
        using var text = new StreamWriter(file, WithMark, leaveOpen: true);
        text.Write(Csv.Write([[.. ReportColumn.All.Select(column => column.Head)]]));
        foreach (var line in report.People)
            text.Write(Csv.Write([[.. ReportColumn.All.Select(column => PlainCell.Of(column.Written(line)))]]));
    }
}
