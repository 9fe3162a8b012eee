namespace PolicyBot.Policies.Import;

/// <summary>A policy beside another text of it, clause by clause in the order of the new text; what is gone comes last.</summary>
internal sealed record ClauseComparison(IReadOnlyList<ComparedClause> Clauses)
{
    public static ClauseComparison Of(Policy before, Policy after) => new(
    [
        .. after.Clauses.Select(clause => new ComparedClause(before.Find(clause.Id), clause)),
        .. before.Clauses.Where(clause => after.Find(clause.Id) is null).Select(clause => new ComparedClause(clause, null)),
    ]);

    public IEnumerable<ComparedClause> Different => Clauses.Where(clause => !clause.IsSame);

    /// <param name="citations">Of the files beside the policy: what nobody cites needs no holding back.</param>
    /// <param name="asks">Whether questions are written for the rules, so that a new rule has none yet.</param>
    public HeldBack HeldBack(HeldBack already, IReadOnlyList<Citation> citations, bool asks)
    {
        var cited = citations.Select(citation => citation.Clause).ToHashSet(StringComparer.Ordinal);
        var held = new List<HeldClause>();
        foreach (var clause in Clauses)
        {
            var known = already.Clauses.FirstOrDefault(each => each.Id == clause.Id.Value);
            var before = known?.Before ?? (known is null && clause.Before is { } old ? ClauseGist.DigestOf(old) : null);
            var now = clause.After is { } text ? ClauseGist.DigestOf(text) : null;
            if (before is not null && before != now && cited.Contains(clause.Id.Value))
                held.Add(new HeldClause(clause.Id.Value, now is null ? HeldWhy.Gone : HeldWhy.Changed, before, now));
            else if (asks && clause.After is { Kind: ClauseKind.Rule }
                && (known?.Why is HeldWhy.New || (known is null && clause.Before?.Kind is not ClauseKind.Rule)))
                held.Add(new HeldClause(clause.Id.Value, HeldWhy.New, null, now));
        }

        var ids = Clauses.Select(clause => clause.Id.Value).ToHashSet(StringComparer.Ordinal);
        return new HeldBack([.. held, .. already.Clauses.Where(each => !ids.Contains(each.Id) && cited.Contains(each.Id))]);
    }
}

/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
internal sealed record ComparedClause(Clause? Before, Clause? After)
{
    public ClauseId Id => (After ?? Before)!.Id;

    public bool IsSame => Before is not null && After is not null && ClauseGist.Of(Before) == ClauseGist.Of(After);
}
