using PolicyBot.Policies;
using PolicyBot.Policies.Import;

namespace PolicyBot.Commands;

/// <summary>Says what an import found, and what is different from the text before.</summary>
internal static class ImportSummary
{
    public static string Of(ImportResult.Drafted drafted, string folder)
    {
        var policy = drafted.Policy;
        var kinds = policy.Clauses.GroupBy(clause => clause.Kind).OrderBy(same => same.Key)
            .Select(same => $"{same.Count()} {same.Key.ToString().ToLowerInvariant()}");
        return string.Join('\n', (IEnumerable<string>)
        [
            $"{policy.Title}, {policy.Club}: {policy.Clauses.Count} clauses ({string.Join(", ", kinds)}).",
            $"Adopted {policy.Adopted?.AsWritten ?? "(not written)"}; review due {policy.ReviewDue?.AsWritten ?? "(not written)"}; signed {policy.SignedBy ?? "(not written)"}.",
            .. policy.Related.Count > 0 ? [$"Related: {string.Join(", ", policy.Related)}."] : Array.Empty<string>(),
            .. drafted.Notes,
            $"Written to {folder}. Read its {PolicyFile.Name} beside the document: the names and kinds of the clauses are yours to mend. Then: policybot policy check {folder}",
        ]);
    }

    public static IEnumerable<string> Of(ClauseComparison comparison, string folder, IReadOnlyList<Citation> citations, ImportResult.Drafted drafted)
    {
        var (same, different) = (comparison.Clauses.Count(clause => clause.IsSame), comparison.Different.ToList());
        yield return $"{drafted.Policy.Id}: {same} clauses as they were, {different.Count(each => each is { Before: not null, After: not null })} changed, "
            + $"{different.Count(each => each.Before is null)} new, {different.Count(each => each.After is null)} gone.";
        foreach (var note in drafted.Notes)
            yield return note;

        foreach (var clause in different)
        {
            yield return "";
            yield return $"{clause.Id}{(clause.Before is null ? " (new)" : clause.After is null ? " (gone)" : "")}";
            foreach (var (when, text) in new[] { ("before", clause.Before), ("now", clause.After) })
                if (text is not null)
                    yield return $"  {when,-8}{text.Whole.ReplaceLineEndings("\n          ")}";
            var lines = HeldBackLines.Of(folder, citations.Where(citation => citation.Clause == clause.Id.Value && clause.Before is not null)).ToList();
            if (lines.Count > 0)
                yield return $"  written for it:\n  {string.Join("\n  ", lines)}";
        }

        if (different.Count > 0)
            yield return "";
    }
}
