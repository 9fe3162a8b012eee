using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Versions;

/// <summary>A clause that is not what it was.</summary>
/// <param name="Before">Null where the clause is new.</param>
/// <param name="After">Null where it is no longer there.</param>
internal sealed record ClauseChange(Clause? Before, Clause? After)
{
    public ClauseId Id => (After ?? Before)!.Id;

    /// <summary>
    /// Clauses are known by their ids and compared word for word, with the sentence they hang on. One that only got another id
    /// has not changed.
    /// </summary>
    /// <returns>In the order of the text; what is no longer there comes last.</returns>
    public static IReadOnlyList<ClauseChange> Between(Policy before, Policy after)
    {
        List<Clause> gone = [.. before.Clauses.Where(clause => !after.Clauses.Any(other => other.Whole == clause.Whole))];
        List<Clause> come = [.. after.Clauses.Where(clause => !before.Clauses.Any(other => other.Whole == clause.Whole))];
        return
        [
            .. come.Select(clause => new ClauseChange(gone.Find(other => other.Id == clause.Id), clause)),
            .. gone.Where(clause => come.TrueForAll(other => other.Id != clause.Id)).Select(clause => new ClauseChange(clause, null)),
        ];
    }
}
