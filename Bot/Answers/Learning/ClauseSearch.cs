using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers.Learning;

/// <summary>Finds the clause whose own words are nearest to a message: all there is to go by in a bare text.</summary>
internal sealed class ClauseSearch
{
    private readonly IReadOnlyList<Clause> _clauses;
    private readonly TopicClassifier? _classifier;

    public ClauseSearch(Policy policy, Reader reader)
    {
        _clauses = policy.Clauses;
        if (_clauses.Count > 1)
            _classifier = new TopicClassifier(
                [.. _clauses.Select((clause, i) => (reader.Read($"{clause.LeadIn} {clause.Text}"), i))], _clauses.Count);
    }

    public (Clause Clause, float Score) Nearest(List<(ulong Feature, float Weight)> features)
    {
        if (_classifier is null)
            return (_clauses[0], -1);

        var scores = _classifier.Score(features);
        var best = Array.IndexOf(scores, scores.Max());
        return (_clauses[best], scores[best]);
    }
}
