using System.Text;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Reports;
using static PolicyBot.Tests.Acknowledgements.Reports.WrittenRegister;

namespace PolicyBot.Tests.Acknowledgements.Reports;

public sealed class ReportCsvTests
{
    private readonly WrittenRegister _register = new();

    [Fact]
    public void A_line_a_person_in_the_schools_time()
    {
        _register.Write(1, Asked());
        _register.Write(1, Delivered);
        _register.Write(1, Opened);
        _register.Write(1, Acknowledged());

        var lines = Text(_register.Report(Staff.Member(1, "Zoë Reed, née Lee"), Staff.Member("P-17", "Abe Ng", PersonKind.Volunteer)));

        Assert.Equal($"""
            Name,Id,Type,State,Since (UK time),Reason,What to do next,Receipt,Asked,Delivered,Seen (hint),Opened,Reminders
            Abe Ng,P-17,Volunteer,Cannot be reached,,No Teams account in the roster: ask on paper.,"Give them the policy on paper, and enter the signature.",,,,,,0
            "Zoë Reed, née Lee",{Staff.IdOf(1)},Staff,Acknowledged,07/09/2026 13:00,,,R-2345-6789,07/09/2026 10:00,07/09/2026 11:00,,07/09/2026 12:00,0

            """.ReplaceLineEndings("\r\n"), lines);
    }

    [Fact]
    public void Excel_is_told_that_it_is_UTF_8() =>
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'N'], Bytes(_register.Report()).Take(4));

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("+44 1732")]
    [InlineData("-1+1|cmd")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =1+1")]
    [InlineData("\t=1+1")]
    [InlineData("\r\n=1+1")]
    [InlineData("＝1+1")]
    [InlineData("　＋1")]
    [InlineData("﹦1")]
    [InlineData("\u00A0=1")]
    [InlineData("\u200B=1")]
    [InlineData("\uFEFF=1")]
    [InlineData("\u202E@x")]
    [InlineData("\"=1\"")]
    [InlineData("\0=1")]
    public void What_might_be_calculated_stands_behind_an_apostrophe(string name)
    {
        var row = Rows(_register.Report(Staff.Member(1, name)))[1];

        Assert.Equal("'" + name, row.Cells[0].Text);
        Assert.Equal(ReportColumn.All.Count, row.Cells.Count);
    }

    [Theory]
    [InlineData("O'Neil-Smith")]
    [InlineData("Sam \"Sammy\" Reed; the second, of two\r\nlines")]
    [InlineData("Nguyễn Thị 李 😀")]
    [InlineData("(née) Lee = Reed")]
    [InlineData("")]
    [InlineData("   ")]
    public void Other_names_stay_as_they_are(string name) =>
        Assert.Equal(name, Rows(_register.Report(Staff.Member(1, name)))[1].Cells[0].Text);

    [Fact]
    public void A_reason_and_an_id_are_no_formula_either()
    {
        _register.Write("=cmd|1", Exempted with { Reason = "=1+1" });

        var row = Rows(_register.Report(Staff.Member("=cmd|1", "Sam")))[1];

        Assert.Equal(("'=cmd|1", "'=1+1. Decided by Jo Reed."), (row.Cells[1].Text, row.Cells[5].Text));
    }

    private static List<CsvRow> Rows(PolicyReport report) => [.. Csv.Read(Text(report), ',')];

    private static string Text(PolicyReport report) => Encoding.UTF8.GetString(Bytes(report)).TrimStart('\uFEFF');

    private static byte[] Bytes(PolicyReport report)
    {
        using var file = new MemoryStream();
        ReportCsv.Write(report, file);
        return file.ToArray();
    }
}
