namespace PolicyBot.Policies;

/// <summary>Clauses that an authored file names by their ids.</summary>
internal static class ClauseList
{
    /// <returns>The clauses there are; the others are complained of, unless they went with another text and are held back.</returns>
    public static IReadOnlyList<Clause> Read(AuthoredEntry entry, string key, Policy? policy)
    {
        var found = new List<Clause>();
        foreach (var item in entry.Items(key))
        {
            if (ClauseId.TryParse(item.Value, out var id) && policy?.Find(id) is { } clause)
                found.Add(clause);
            else if (policy?.HeldBack.Holds(item.Value) != true)
                item.Complain($"the policy has no clause '{item.Value}'. Its clauses: "
                    + $"{string.Join(", ", policy?.Clauses.Select(known => known.Id.Value) ?? [])}.");
        }

        return found;
    }
}
