using System.Text;

namespace PolicyBot.Policies.Import;

/// <summary>Writes blocks and clauses as policy.md and original.txt have them.</summary>
internal static class DraftText
{
    public const string OriginalName = "original.txt";

    /// <summary>The text as it was read, with the lines of its pages, which policy.md leaves out.</summary>
    public static string Original(IReadOnlyList<DraftBlock> blocks) => Joined(blocks, block => block.IsItem ? DraftBlock.Bullet + block.Text : block.Text);

    /// <param name="marks">The clauses of each block with their ends in its text.</param>
    public static string Body(IReadOnlyList<DraftBlock> blocks, ILookup<DraftBlock, (int End, Clause Clause)> marks) =>
        Joined([.. blocks.Where(block => !block.IsNoise)], block => block.Sign + Marked(block.Text, marks[block]));

    public static string Facts(PolicyId id, ImportFacts facts)
    {
        var text = new StringBuilder("---\n# The facts of the policy, as it states them. The text below them is the school's own, word for word;\n"
            + "# a mark such as {#reputation rule} ends a clause and gives it its name and kind.\n");
        text.Append($"id: {id}\n").Append($"title: {Scalar(facts.Title)}\n").Append($"club: {Scalar(facts.Club)}\n");
        Add(text, "adopted", facts.Adopted?.AsWritten);
        Add(text, "review due", facts.ReviewDue?.AsWritten);
        Add(text, "signed by", facts.SignedBy);
        AddList(text, "related", facts.Related);
        AddList(text, "overruled", facts.Overruled);
        return text.Append($"source: {OriginalName}\n---\n\n").ToString();
    }

    private static string Joined(IReadOnlyList<DraftBlock> blocks, Func<DraftBlock, string> write)
    {
        var text = new StringBuilder();
        for (var i = 0; i < blocks.Count; i++)
            text.Append(i == 0 ? "" : blocks[i].IsItem && blocks[i - 1].IsItem ? "\n" : "\n\n").Append(write(blocks[i]));

        return text.Append('\n').ToString();
    }

    private static string Marked(string text, IEnumerable<(int End, Clause Clause)> marks)
    {
        var (written, from) = (new StringBuilder(), 0);
        foreach (var (end, clause) in marks.OrderBy(mark => mark.End))
        {
            written.Append(text, from, end - from).Append($" {{#{clause.Id} {clause.Kind.ToString().ToLowerInvariant()}}}");
            from = end;
        }

        return written.Append(text, from, text.Length - from).ToString();
    }

    private static void Add(StringBuilder text, string key, string? value)
    {
        if (value is not null)
            text.Append($"{key}: {Scalar(value)}\n");
    }

    private static void AddList(StringBuilder text, string key, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            text.Append($"{key}:\n").AppendJoin("", values.Select(value => $"  - {Scalar(value)}\n"));
    }

    /// <summary>Plain where YAML takes it for a text and nothing else.</summary>
    private static string Scalar(string value) => value.All(letter => char.IsLetterOrDigit(letter)
        || letter is ' ' or '/' or '(' or ')' or ',' or '.' or '\'' or '’') && char.IsLetterOrDigit(value[0])
        ? value
        : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace('\t', ' ')}\"";
}
