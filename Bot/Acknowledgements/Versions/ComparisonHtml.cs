using System.Net;
using System.Text;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Versions;

/// <summary>Two texts clause by clause, as the inside of a page. What differs is underlined or struck out, and said in words as well.</summary>
internal static class ComparisonHtml
{
    public static string Of(Policy before, Policy after)
    {
        var changes = ClauseChange.Between(before, after);
        var html = new StringBuilder();
        html.Append($"<p>{Counted(changes, after)}</p>\n");
        foreach (var change in changes)
            Add(html, change);

        return html.ToString();
    }

    private static void Add(StringBuilder html, ClauseChange change)
    {
        var (name, state) = (change.Id.Value.Replace('-', ' '), change.Before is null ? ": new" : change.After is null ? ": no longer there" : "");
        html.Append($"<section>\n<h2>{WebUtility.HtmlEncode(name)}{state}</h2>\n");
        var (old, other) = WordChanges.Mark(change.Before?.Whole ?? "", change.After?.Whole ?? "");
        if (change.Before is not null)
            html.Append($"<h3>Before</h3>\n<blockquote>{Lines(change.After is null ? WebUtility.HtmlEncode(change.Before.Whole) : old)}</blockquote>\n");
        if (change.After is not null)
            html.Append($"<h3>Now</h3>\n<blockquote>{Lines(change.Before is null ? WebUtility.HtmlEncode(change.After.Whole) : other)}</blockquote>\n");
        html.Append("</section>\n");
    }

    private static string Counted(IReadOnlyList<ClauseChange> changes, Policy after)
    {
        if (changes.Count == 0)
            return "No clause is different, only the text around them.";

        var same = after.Clauses.Count - changes.Count(change => change.After is not null);
        return $"Reworded: {changes.Count(change => change is { Before: not null, After: not null })}. New: {changes.Count(change => change.Before is null)}. "
            + $"No longer there: {changes.Count(change => change.After is null)}. Unchanged: {same}.";
    }

    private static string Lines(string html) => html.Replace("\n", "<br>\n", StringComparison.Ordinal);
}
