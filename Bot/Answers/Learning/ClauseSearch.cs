using PolicyBot.Policies;

namespace PolicyBot.Answers.Learning;

/// <summary>Finds the clause whose own words are nearest to a message: all there is to go by in a bare text.</summary>
internal sealed class ClauseSearch
{
    /// <summary>Below this a message has next to no word in common with the text.</summary>
    private const float Near = -.85f;

    private readonly IReadOnlyList<Clause> _clauses;
    private readonly TopicClassifier? _classifier;

    public ClauseSearch(Policy policy, Func<string, SparseVector> read, FeatureSpace space)
    {
        _clauses = policy.Clauses;
        if (_clauses.Count > 1)
            _classifier = new TopicClassifier([.. _clauses.Select((clause, i) => (read(TextOf(clause)), i))], _clauses.Count, space);
    }

    public static string TextOf(Clause clause) => $"{clause.LeadIn} {clause.Text}";

    /// <returns>The nearest clause, or null where none is near.</returns>
    public Clause? FindNear(SparseVector message) => Nearest(message) is (var clause, > Near) ? clause : null;

    public (Clause Clause, float Score) Nearest(SparseVector message)
    {
        if (_classifier is null)
            return (_clauses[0], -1);

        var scores = _classifier.Score(message);
        var best = Array.IndexOf(scores, scores.Max());
        return (_clauses[best], scores[best]);
    }
}
