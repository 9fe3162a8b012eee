using System.Text;
using System.Text.RegularExpressions;

namespace PolicyBot.Policies;

/// <summary>
/// The text of a policy and where its clauses end. A mark such as <c>{#reputation rule}</c> closes a clause, which
/// reaches back to the mark before it or to the start of its paragraph or list item.
/// </summary>
internal sealed partial class MarkedText
{
    private readonly List<Mark> _marks = [];

    public MarkedText(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        var from = 0;
        foreach (Match match in Pattern().Matches(markdown))
        {
            plain.Append(markdown, from, match.Index - from);
            _marks.Add(new Mark(match.Groups["id"].Value, match.Groups["kind"].Value, plain.Length, LineOf(markdown, match.Index)));
            from = match.Index + match.Length;
        }

        Plain = plain.Append(markdown, from, markdown.Length - from).ToString();
    }

    /// <summary>The text without marks: what the school wrote, but for the signs of headings.</summary>
    public string Plain { get; }

    public IReadOnlyList<Mark> Marks => _marks;

    /// <summary>The words that a mark closes, with the sentence they hang on where they are an item of a list.</summary>
    public (string Text, string? LeadIn) ClauseAt(int index)
    {
        var mark = _marks[index];
        var block = Block.Holding(Plain, mark.Position);
        var start = index > 0 ? Math.Max(block.Start, _marks[index - 1].Position) : block.Start;
        var end = mark.Position == block.End ? EndWithList(block, index) : mark.Position;
        return (Plain[start..end].Trim(' ', '\n'), block.IsItem ? LeadIn(block) : null);
    }

    /// <summary>A list without marks, right after the paragraph, belongs to the clause: "platforms such as:".</summary>
    private int EndWithList(Block block, int index)
    {
        var limit = index + 1 < _marks.Count ? _marks[index + 1].Position : Plain.Length;
        var end = block.End;
        if (block.IsItem)
            return end;

        while (Block.After(Plain, end) is { IsItem: true } item && item.End < limit)
            end = item.End;

        return end;
    }

    private string? LeadIn(Block item)
    {
        var before = item;
        while (before is { IsItem: true })
            before = Block.Before(Plain, before);

        return before is { Text: { } text } && text.EndsWith(':') && _marks.TrueForAll(mark => mark.Position != before.End) ? text : null;
    }

    private static int LineOf(string text, int position) => text.AsSpan(0, position).Count('\n') + 1;

    [GeneratedRegex(@"[ \t]*\{#(?<id>[^\s}]*)[ \t]*(?<kind>[^}]*)\}")]
    private static partial Regex Pattern();

    internal sealed record Mark(string Id, string Kind, int Position, int Line);
}
