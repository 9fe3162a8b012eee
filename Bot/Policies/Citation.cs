namespace PolicyBot.Policies;

/// <summary>A place in a file beside a policy that names a clause.</summary>
/// <param name="Entry">The topic, question or end that it stands in.</param>
internal sealed record Citation(string File, long Line, string Entry, string Clause)
{
    private static readonly string[] Keys = ["clauses", "clause", "nearest", "breaks", "safeguarding clause"];
    private static readonly string[] Frames = ["topics", "rules", "outcomes", "facts", "answers", "questions", "also"];

    /// <summary>All of an entry and what is in it.</summary>
    public static IEnumerable<Citation> In(AuthoredEntry entry, string within = "")
    {
        foreach (var (key, child) in entry.Entries())
            foreach (var citation in Keys.Contains(key)
                ? child.Items().Where(item => item.Value is not null)
                    .Select(item => new Citation(item.File, item.Line, within.Length > 0 ? within : key, item.Value!))
                : In(child, Frames.Contains(key) ? within : within.Length > 0 ? $"{within}/{key}" : key))
                yield return citation;

        if (!entry.Entries().Any())
            foreach (var item in entry.Items().Where(item => item.Value is null))
                foreach (var citation in In(item, item.Optional("id") ?? item.Optional("title") ?? within))
                    yield return citation;
    }

    /// <summary>All of the files beside a policy, in the order of their names.</summary>
    public static IReadOnlyList<Citation> Beside(string folder)
    {
        var unread = new List<Mistake>();
        return [.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != HeldBackFile.Name)
            .Order(StringComparer.Ordinal).SelectMany(path => In(AuthoredFile.Read(path, unread)))];
    }
}
