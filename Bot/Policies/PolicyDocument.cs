using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyBot.Policies;

/// <summary>A policy as the inside of a page: its status and facts, then its text with an anchor for each clause.</summary>
internal sealed partial class PolicyDocument(Policy policy, DateOnly today)
{
    private readonly StringBuilder _html = new();
    private readonly MarkedText _text = new(policy.Markdown);

    public string ToHtml()
    {
        _html.Append($"<h1>{Encode(policy.Title)}</h1>\n<p class=\"club\">{Encode(policy.Club)}</p>\n");
        AddStatus();
        AddFacts();
        _html.Append("<article>\n");
        AddText();
        return _html.Append("</article>\n").ToString();
    }

    private void AddStatus()
    {
        var (style, sign) = ReviewStatus.IsOverdue(policy, today) ? ("overdue", "⚠ ") : ("current", "");
        _html.Append($"<p class=\"status {style}\">{sign}{Encode(ReviewStatus.Of(policy, today))}</p>\n");
    }

    private void AddFacts()
    {
        _html.Append("<dl>\n");
        AddFact("Adopted", policy.Adopted?.AsWritten);
        if (policy.Reviewed is { } reviewed)
            AddFact("Reviewed", $"{SchoolTime.Written(reviewed.On)}, without change; approved by {reviewed.By}. To be reviewed again {SchoolTime.Written(reviewed.Next)}");
        AddFact(policy.Reviewed is null ? "To be reviewed" : "Review date in the text", policy.ReviewDue is { IsAssumed: true } due
            ? $"{due.AsWritten} (the policy names no day; taken as {due.Day:d MMMM yyyy})" : policy.ReviewDue?.AsWritten);
        AddFact("Signed", policy.SignedBy);
        AddFact("Related policies", policy.Related.Count > 0 ? string.Join(", ", policy.Related) : null);
        _html.Append("</dl>\n");
    }

    private void AddFact(string name, string? fact)
    {
        if (fact is not null)
            _html.Append($"<dt>{name}</dt><dd>{Encode(fact)}</dd>\n");
    }

    private void AddText()
    {
        var inList = false;
        var at = 0;
        for (var block = Block.After(_text.Plain, 0); block is not null; block = Block.After(_text.Plain, block.End))
        {
            if (block.IsItem != inList)
                _html.Append(block.IsItem ? "<ul>\n" : "</ul>\n");

            inList = block.IsItem;
            at = AddBlock(block, at);
        }

        _html.Append(inList ? "</ul>\n" : "");
    }

    /// <returns>The number of the next mark.</returns>
    private int AddBlock(Block block, int mark)
    {
        var level = block.Text.TakeWhile(letter => letter == '#').Count();
        var tag = block.IsItem ? "li" : level > 0 ? $"h{Math.Min(level + 1, 4)}" : "p";
        _html.Append($"<{tag}>");
        var from = block.Start;
        for (; mark < _text.Marks.Count && _text.Marks[mark].Position <= block.End; mark++)
        {
            AddClause(_text.Marks[mark].Id, _text.Plain[from.._text.Marks[mark].Position]);
            from = _text.Marks[mark].Position;
        }

        _html.Append(Inline(_text.Plain[from..block.End].TrimStart('#', ' '))).Append($"</{tag}>\n");
        return mark;
    }

    private void AddClause(string id, string words) => _html.Append(
        $"<span class=\"clause\" id=\"{id}\">{Inline(words.Trim())} <a href=\"#{id}\" aria-label=\"Link to this clause: {id.Replace('-', ' ')}\">#</a></span> ");

    /// <summary>Bold and line breaks are the only markup that is taken for markup.</summary>
    private static string Inline(string text) =>
        Bold().Replace(Encode(TableRule().Replace(text, "")), "<strong>$1</strong>").Replace("\n", "<br>\n", StringComparison.Ordinal).Replace("\t", " &emsp;", StringComparison.Ordinal);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A line of hyphens under the head of a table, which a page does not need.</summary>
    [GeneratedRegex(@"\n[-\t ]+$", RegexOptions.Multiline)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();
}
