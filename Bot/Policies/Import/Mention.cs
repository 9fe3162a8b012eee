namespace PolicyBot.Policies.Import;

/// <summary>A place where a policy says when it was adopted or when its review is due.</summary>
/// <param name="Kind">adopted, due or last.</param>
/// <param name="Words">The date, or what stands in its place, as written.</param>
/// <param name="Date">Null where the words name no date that can be read.</param>
/// <param name="Months">Of an interval, such as "annually".</param>
internal sealed record Mention(string Kind, string Words, WrittenDate? Date, int? Months, Part Part)
{
    /// <summary>Whether the fact is called by its own name: a policy is adopted, and a version of it approved or issued.</summary>
    public bool IsPlain { get; init; }

    public bool IsUnreadable => Date is null && Months is null;

    /// <summary>The line it stands in, shortened around it.</summary>
    public string Line
    {
        get
        {
            var text = Part.Text.Replace('\t', ' ');
            var at = Math.Max(0, text.IndexOf(Words, StringComparison.Ordinal));
            var (from, to) = (Math.Max(0, at - 50), Math.Min(text.Length, at + Words.Length + 20));
            return $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}";
        }
    }
}
