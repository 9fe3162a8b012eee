namespace PolicyBot.Policies;

/// <summary>
/// Clauses whose words have changed since somebody wrote answers, scenarios and questions for them. What cites one is held
/// back until a person says that it still fits.
/// </summary>
internal sealed record HeldBack(IReadOnlyList<HeldClause> Clauses)
{
    public static HeldBack Nothing { get; } = new([]);

    public bool Holds(string? clause) => Clauses.Any(held => held.Id == clause && held.Why is not HeldWhy.New);

    public bool Holds(ClauseId clause) => Holds(clause.Value);

    /// <summary>Whether a rule came with the new text, so that nobody can have written questions about it.</summary>
    public bool IsNew(ClauseId clause) => Clauses.Any(held => held.Id == clause.Value && held.Why is HeldWhy.New);

    /// <summary>Whether an entry of a file beside the policy cites a clause that is held back.</summary>
    public bool Holds(AuthoredEntry entry) => Clauses.Count > 0 && Citation.In(entry).Any(cited => Holds(cited.Clause));
}

/// <param name="Before">The digest of the text that was written for; null for a clause that is new.</param>
/// <param name="Now">The digest of the text as it was brought in; null for a clause that is gone.</param>
internal sealed record HeldClause(string Id, HeldWhy Why, string? Before, string? Now);

internal enum HeldWhy { Changed, Gone, New }
