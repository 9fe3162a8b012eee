using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class CsvTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "1:a|b 2:c|d")]
    [InlineData("a,b\nc,d", "1:a|b 2:c|d")]
    [InlineData("a,b\rc,d", "1:a|b 2:c|d")]
    [InlineData("a,\n,b", "1:a| 2:|b")]
    [InlineData("\"a,b\",c", "1:a,b|c")]
    [InlineData("\"a \"\"b\"\" c\",d", "1:a \"b\" c|d")]
    [InlineData("\"\"\"a\"\"\",\"\"", "1:\"a\"|")]
    [InlineData("a, \"b,c\" ,d", "1:a|b,c|d")]
    [InlineData("Sam \"Sammy\" Reed,b", "1:Sam \"Sammy\" Reed|b")]
    [InlineData("a\n\nb", "1:a 2: 3:b")]
    public void A_table_is_read_as_RFC_4180_has_it(string text, string rows) =>
        Assert.Equal(rows, string.Join(' ', Csv.Read(text, ',').Select(row => $"{row.Line}:{string.Join('|', row.Cells.Select(cell => cell.Text))}")));

    [Fact]
    public void A_line_break_in_quotation_marks_stays_in_the_cell_and_is_counted()
    {
        var rows = Csv.Read("\"a\r\nb\",\"c\nd\",e\r\nf,g,h", ',').ToList();

        Assert.Equal([new CsvCell("a\r\nb", 1), new CsvCell("c\nd", 2), new CsvCell("e", 3)], rows[0].Cells);
        Assert.Equal(4, rows[1].Line);
    }

    [Theory]
    [InlineData("a\n\"b,c\nd", 2, "a quotation mark is opened here and never closed. Close it, or take it out.")]
    [InlineData("a,\"b\"c,d", 1, "there is more after the closing quotation mark. Write each quotation mark inside the cell twice.")]
    public void Quotation_marks_that_do_not_match_are_said(string text, int line, string fault)
    {
        var faulty = Csv.Read(text, ',').SelectMany(row => row.Cells).Single(cell => cell.Fault is not null);

        Assert.Equal((line, fault), (faulty.Line, faulty.Fault));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Reed, Jo", "\"Reed, Jo\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("the \"Club\"", "\"the \"\"Club\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("+44 1732", "\"'+44 1732\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("5=5", "5=5")]
    public void A_written_cell_is_never_calculated(string cell, string written) =>
        Assert.Equal($"{written},x\r\n", Csv.Write([[cell, "x"]]));

    [Fact]
    public void What_was_written_is_read_again()
    {
        string[][] rows = [["Reed, Jo", " a ", "", "\"", "x\r\ny"], ["é", ";", "\"\"", "a\tb", "'"]];

        Assert.Equal(rows, Csv.Read(Csv.Write(rows), ',').Select(row => row.Cells.Select(cell => cell.Text)));
    }
}
