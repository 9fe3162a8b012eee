namespace PolicyBot.Policies.Import;

/// <summary>Finds for the clauses of a new text those of the text before: the same words, then the likest.</summary>
internal static class Matching
{
    /// <summary>Fewer words must be liker, since short clauses have much in common.</summary>
    private const double Alike = .55, AlikeWhereShort = .7;

    private const int Short = 6;

    public static IReadOnlyList<DraftPiece> Match(IReadOnlyList<DraftPiece> pieces, Policy? before)
    {
        if (before is null)
            return pieces;

        var (matched, left) = (pieces.ToList(), before.Clauses.ToList());
        Same(matched, left, piece => piece.Gist, ClauseGist.Of);
        Same(matched, left, piece => ClauseGist.Of(piece.Text), clause => ClauseGist.Of(clause.Text));
        Likest(matched, left);
        return matched;
    }

    private static void Same(List<DraftPiece> pieces, List<Clause> left, Func<DraftPiece, string> ofPiece, Func<Clause, string> ofClause)
    {
        for (var i = 0; i < pieces.Count; i++)
            if (pieces[i].Before is null && left.FirstOrDefault(clause => ofClause(clause) == ofPiece(pieces[i])) is { } same)
            {
                pieces[i] = pieces[i] with { Before = same };
                left.Remove(same);
            }
    }

    private static void Likest(List<DraftPiece> pieces, List<Clause> left)
    {
        var pairs = from i in Enumerable.Range(0, pieces.Count)
                    where pieces[i].Before is null
                    from clause in left
                    let share = Likeness.Of(pieces[i].Text, clause.Text)
                    where share >= (clause.Text.Split(' ').Length < Short ? AlikeWhereShort : Alike)
                    orderby share descending
                    select (i, clause);
        foreach (var (i, clause) in pairs.ToList())
            if (pieces[i].Before is null && left.Remove(clause))
                pieces[i] = pieces[i] with { Before = clause };
    }
}
