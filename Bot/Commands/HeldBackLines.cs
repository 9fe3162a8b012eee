using PolicyBot.Policies;

namespace PolicyBot.Commands;

/// <summary>Says in lines what of a policy's folder is held back, and where it stands.</summary>
internal static class HeldBackLines
{
    public static IEnumerable<string> Of(Policy policy)
    {
        if (policy.HeldBack.Clauses.Count == 0)
            yield break;

        var citations = Citation.Beside(policy.Folder);
        foreach (var held in policy.HeldBack.Clauses)
        {
            yield return held.Why switch
            {
                HeldWhy.New => $"Held back: '{held.Id}' is a new rule. Write two questions about it in acknowledge.yaml, then take it out of {HeldBackFile.Name}.",
                HeldWhy.Gone => $"Held back: '{held.Id}' is gone. Edit what cites it:",
                _ => $"Held back: '{held.Id}' has changed. Edit what no longer fits, then: policybot policy confirm {policy.Folder} {held.Id}",
            };
            foreach (var line in Of(policy.Folder, citations.Where(citation => citation.Clause == held.Id && held.Why is not HeldWhy.New)))
                yield return line;
        }
    }

    /// <summary>A line for each place, with the topic, question or end that it belongs to.</summary>
    public static IEnumerable<string> Of(string folder, IEnumerable<Citation> citations) =>
        citations.Select(citation => $"  {Path.GetRelativePath(folder, citation.File)}, line {citation.Line}: {citation.Entry}").Distinct();
}
