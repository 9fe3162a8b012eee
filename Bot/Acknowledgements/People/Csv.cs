using System.Buffers;
using System.Text;

namespace PolicyBot.Acknowledgements.People;

/// <summary>Tables as text, after RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180).</summary>
internal static class Csv
{
    /// <summary>What calculates begins so: https://owasp.org/www-community/attacks/CSV_Injection.</summary>
    private static readonly SearchValues<char> Calculating = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>Other countries' separators too, or a cell comes apart where it is a semicolon.</summary>
    private static readonly SearchValues<char> Breaking = SearchValues.Create(",;\t\"\r\n");

    /// <summary>Reads row by row. What is malformed stands in the cell's fault; nothing is left out.</summary>
    public static IEnumerable<CsvRow> Read(string text, char separator)
    {
        var scan = new CsvScan(text, separator);
        while (scan.Next() is { } row)
            yield return row;
    }

    /// <summary>
    /// A cell that a spreadsheet would calculate gets a leading apostrophe and stays text.
    /// For Excel, save it as UTF-8 with a byte order mark.
    /// </summary>
    public static string Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(Written)).Append("\r\n");

        return text.ToString();
    }

    private static string Written(string cell)
    {
        var calculates = cell.Length > 0 && Calculating.Contains(cell[0]);
        var plain = calculates ? "'" + cell : cell;
        return calculates || NeedsQuotes(cell) ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }

    private static bool NeedsQuotes(string cell) =>
        cell.AsSpan().ContainsAny(Breaking) || cell.StartsWith(' ') || cell.EndsWith(' ');
}
