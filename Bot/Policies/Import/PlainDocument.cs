using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>Reads a text file, Markdown or pasted text line by line.</summary>
internal sealed partial class PlainDocument
{
    private readonly PlainLines _lines;
    private readonly PartsWriter _parts;
    private bool _isBlankBefore = true, _isNoiseBefore;
    private string _last = "";

    private PlainDocument(PlainLines lines) => (_lines, _parts) = (lines, new PartsWriter());

    /// <param name="isMarkdown">Lines without a blank one between them are one paragraph, however short.</param>
    public static SourceDocument Read(string text, bool isMarkdown)
    {
        var document = new PlainDocument(new PlainLines(text, isMarkdown));
        for (var i = 0; i < document._lines.Count; i++)
            document.Take(i);

        return new SourceDocument(document._parts.Finished(), "line", []);
    }

    private void Take(int i)
    {
        var line = _lines[i];
        if (_lines.IsNoise(i))
        {
            _isNoiseBefore |= _parts.Leave(line.Trim(), i + 1);
            return;
        }

        if (string.IsNullOrWhiteSpace(line))
        {
            _isBlankBefore = true;
            return;
        }

        if (GoesOn(line))
            _parts.GoOn(line.Trim());
        else
            Begin(line, i);

        (_isBlankBefore, _isNoiseBefore, _last) = (false, false, line);
        if (_lines.IsMarkdown && HardBreak().IsMatch(line))
            _parts.Close();
    }

    private bool GoesOn(string line)
    {
        if (!_parts.IsOpen || IsBeginning(line) || WrittenFact.IsAt(line) || WrittenFact.IsAt(_last))
            return false;
        if (_isBlankBefore)
            return _isNoiseBefore && LineWraps.GoesOnSmall(_last, line);

        return _lines.IsMarkdown || _lines.Wraps.GoesOn(_last, line)
            || (_parts.IsInItem && char.IsWhiteSpace(line[0]) && PlainLines.IsIndentedUnder(_last, line));
    }

    private static bool IsBeginning(string line) =>
        Heading().IsMatch(line) || Bullet().IsMatch(line) || Rule().IsMatch(line) || line.TrimStart().StartsWith('|') || Numbering.Of(line.Trim()) is not null
            || Gap().IsMatch(line.Trim());

    private void Begin(string line, int i)
    {
        var (trimmed, place) = (line.Trim(), i + 1);
        if (Rule().Match(trimmed) is { Success: true } rule)
            Underline(rule.Groups["sign"].Value, trimmed);
        else if (Heading().Match(line) is { Success: true } heading)
            _parts.Add(new Part(PartKind.Heading, heading.Groups["text"].Value, place) { Level = heading.Groups["signs"].Length });
        else if (_lines.IsPiped(i))
            _parts.Add(new Part(PartKind.Row, string.Join('\t', trimmed.Trim('|').Split('|', StringSplitOptions.TrimEntries)), place) { Table = _parts.TableAt(!_isBlankBefore) });
        else if (Bullet().Match(line) is { Success: true } bullet)
            _parts.Open(new Part(PartKind.Item, bullet.Groups["text"].Value.Trim(), place) { Level = _parts.LevelAt(PlainLines.Indent(line)) });
        else if (Numbering.Of(trimmed) is { } number)
            _parts.Open(new Part(PartKind.Paragraph, $"{number.Label} {number.Rest}", place) { Level = _parts.LevelIn(PlainLines.Indent(line)) });
        else if (Gap().IsMatch(trimmed))
            _parts.Add(new Part(PartKind.Row, Gap().Replace(trimmed, "\t"), place) { Table = _parts.TableAt(!_isBlankBefore) });
        else
            _parts.Open(new Part(PartKind.Paragraph, trimmed, place) { IsBold = Bold().IsMatch(trimmed) });
    }

    /// <summary>Under one line it makes it a heading, under the head of a table it ends the head; else it only parts.</summary>
    private void Underline(string sign, string rule)
    {
        if (rule.AsSpan().IndexOfAny('|', '\t') >= 0)
            _parts.EndHeader();
        else if (!_isBlankBefore && sign is "=" or "-" or "_")
            _parts.MakeHeading(sign == "=" ? 1 : 2);
        else
            _parts.Close();
    }

    [GeneratedRegex(@"^ {0,3}(?<signs>#{1,6})[ \t]+(?<text>\S.*?)[ \t]*#*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[ \t]*(?:(?:[-*+–—]|o)[ \t]+|[•▪■◦●○‣⁃·][ \t]*)(?<text>[^\s].*)$")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*(?<sign>[-=_*~`+|:])(?:[-=_*~`+|:\t ])*$")]
    private static partial Regex Rule();

    /// <summary>What stands between the columns of a table that is made with tabs or spaces.</summary>
    [GeneratedRegex(@"(?<=\S)(?:[ ]*\t[ \t]*| {3,})(?=\S)")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(\*\*|__)[^*_]+\1:?$")]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?: {2,}|\\)$")]
    private static partial Regex HardBreak();
}
