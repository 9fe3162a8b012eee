using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>Cuts blocks into clauses. Where the policy was here before, it is cut as it was then: what stands in it still keeps its bounds.</summary>
internal static partial class Pieces
{
    private const double Enough = .6;

    public static IReadOnlyList<DraftPiece> Of(DraftBlock block, Policy? before)
    {
        if (before is null || before.Clauses.Any(clause => ClauseGist.Of(clause.Text) == ClauseGist.Of(block.Whole)))
            return [new DraftPiece(block, block.Whole, block.Text.Length)];

        var cuts = CutsAt(block.Text, before).Append(block.Text.Length).Distinct().Order().ToList();
        return [.. cuts.Select((end, i) => (Start: i == 0 ? 0 : cuts[i - 1], End: end))
            .Select(piece => new DraftPiece(block, (piece.End == block.Text.Length && block.List is not null ? block.Text[piece.Start..] + "\n\n" + block.List
                : block.Text[piece.Start..piece.End]).Trim(' ', '\n'), piece.End))];
    }

    private static IEnumerable<int> CutsAt(string text, Policy before)
    {
        var exact = before.Clauses.Select(clause => (At: text.IndexOf(clause.Text, StringComparison.Ordinal), clause.Text.Length))
            .Where(found => found.At >= 0 && Stands(text, found.At, found.At + found.Length)).ToList();
        if (exact.Count > 0)
            return exact.SelectMany(found => (int[])[StartOf(text, found.At), found.At + found.Length]).Where(cut => cut > 0 && cut < text.Length);

        return text.Contains('\n') ? [] : Sentences(text, before);
    }

    /// <summary>Sentences that each resemble another clause were clauses of their own.</summary>
    private static IEnumerable<int> Sentences(string text, Policy before)
    {
        var (from, last) = (0, (Clause?)null);
        foreach (var end in SentenceEnd().Matches(text).Select(match => match.Index).Append(text.Length))
        {
            var sentence = text[from..end];
            var like = before.Clauses.Select(clause => (clause, share: Likeness.Share(sentence, clause.Text))).MaxBy(pair => pair.share);
            if (like.share >= Enough && last is not null && !ReferenceEquals(like.clause, last))
                yield return StartOf(text, from);

            (from, last) = (end, like.share >= Enough ? like.clause : last);
        }
    }

    /// <summary>Not within a word or a sentence.</summary>
    private static bool Stands(string text, int start, int end) =>
        (start == 0 || text[..start].TrimEnd() is [.., '.' or '!' or '?' or ':' or ';' or ')' or '’' or '"'])
            && (end == text.Length || char.IsWhiteSpace(text[end])) && end - start >= 12;

    /// <summary>A mark stands right behind the words before it.</summary>
    private static int StartOf(string text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1]))
            at--;

        return at;
    }

    [GeneratedRegex(@"(?<=[a-z0-9)’”""]{2}[.!?])\s+(?=[A-Z“‘""])")]
    private static partial Regex SentenceEnd();
}
