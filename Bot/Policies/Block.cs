namespace PolicyBot.Policies;

/// <summary>A paragraph, heading or list item of a text: from the end of its bullet to the end of its last line.</summary>
internal sealed record Block(string Text, int Start, int End, bool IsItem)
{
    /// <summary>The block that holds a position, or ends at it.</summary>
    public static Block Holding(string text, int position)
    {
        var line = StartOfLine(text, position);
        var start = line;
        while (start > 0 && !IsBullet(text, start) && !IsBlank(text, StartOfLine(text, start - 1)))
            start = StartOfLine(text, start - 1);

        var end = EndOfLine(text, line);
        while (end < text.Length && !IsBlank(text, end + 1) && !IsBullet(text, end + 1))
            end = EndOfLine(text, end + 1);

        var item = IsBullet(text, start);
        return Cut(text, item ? start + 2 : start, end, item);
    }

    public static Block? After(string text, int end)
    {
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;

        return next < text.Length ? Holding(text, next) : null;
    }

    public static Block? Before(string text, Block block)
    {
        var last = StartOfLine(text, block.Start) - 1;
        while (last > 0 && char.IsWhiteSpace(text[last]))
            last--;

        return last > 0 ? Holding(text, last) : null;
    }

    private static Block Cut(string text, int start, int end, bool item) => new(text[start..end].Trim(), start, end, item);

    private static bool IsBullet(string text, int line) =>
        line + 1 < text.Length && text[line] is '-' or '*' or '•' && text[line + 1] is ' ' or '\t';

    private static bool IsBlank(string text, int line) => text.AsSpan(line, EndOfLine(text, line) - line).IsWhiteSpace();

    private static int StartOfLine(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;

    private static int EndOfLine(string text, int position) => text.IndexOf('\n', position) is var end and >= 0 ? end : text.Length;
}
