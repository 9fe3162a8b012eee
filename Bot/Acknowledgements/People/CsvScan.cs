using System.Buffers;
using System.Text;

namespace PolicyBot.Acknowledgements.People;

/// <summary>Goes through a table once, from the first character to the last.</summary>
internal sealed class CsvScan(string text, char separator)
{
    private readonly SearchValues<char> _ends = SearchValues.Create([separator, '\r', '\n']);
    private readonly List<CsvCell> _cells = [];
    private int _at;
    private int _line = 1;

    public CsvRow? Next()
    {
        if (_at >= text.Length)
            return null;

        var line = _line;
        _cells.Clear();
        do
            _cells.Add(Cell());
        while (Take(separator));

        TakeLineBreak();
        return new CsvRow(line, [.. _cells]);
    }

    /// <summary>Spaces before a quotation mark are no part of the cell: people write ", " between cells.</summary>
    private CsvCell Cell()
    {
        var start = _at;
        while (Take(' '))
        {
        }

        if (Take('"'))
            return Quoted();

        _at = start;
        return new CsvCell(ToTheEndOfTheCell(), _line);
    }

    private CsvCell Quoted()
    {
        var line = _line;
        var words = new StringBuilder();
        while (KeepToTheNextQuote(words))
            if (Take('"'))
                words.Append('"');
            else
                return Closed(words, line);

        words.Append(text.AsSpan(_at));
        _at = text.Length;
        return new CsvCell(
            words.ToString(), line, "a quotation mark is opened here and never closed. Close it, or take it out.");
    }

    private CsvCell Closed(StringBuilder words, int line)
    {
        var rest = ToTheEndOfTheCell();
        return new CsvCell(words.ToString(), line, string.IsNullOrWhiteSpace(rest) ? null
            : "there is more after the closing quotation mark. Write each quotation mark inside the cell twice.");
    }

    private bool KeepToTheNextQuote(StringBuilder words)
    {
        var quote = text.IndexOf('"', _at);
        if (quote < 0)
            return false;

        var part = text.AsSpan(_at, quote - _at);
        words.Append(part);
        _line += LineBreaks(part);
        _at = quote + 1;
        return true;
    }

    private string ToTheEndOfTheCell()
    {
        var rest = text.AsSpan(_at);
        var length = rest.IndexOfAny(_ends) is >= 0 and var end ? end : rest.Length;
        _at += length;
        return rest[..length].ToString();
    }

    private bool Take(char wanted)
    {
        var isThere = _at < text.Length && text[_at] == wanted;
        if (isThere)
            _at++;

        return isThere;
    }

    /// <summary>CR and LF together are one break; either alone is one too.</summary>
    private void TakeLineBreak()
    {
        if (Take('\r') | Take('\n'))
            _line++;
    }

    private static int LineBreaks(ReadOnlySpan<char> part) => part.Count('\n') + part.Count('\r') - part.Count("\r\n");
}
