using PolicyBot.Answers.Learning;

namespace PolicyBot.Dialogs;

/// <summary>
/// Tells the answers to one question apart by the replies that are listed with each. A question has few of them, so it
/// learns in milliseconds, the first time somebody types an answer to it.
/// </summary>
internal sealed class ReplyReader
{
    private readonly IReadOnlyList<FactValue> _values;
    private readonly FeatureSpace _space;
    private readonly LinearClassifier _machine;
    private readonly HashSet<string> _words;

    private ReplyReader(IReadOnlyList<FactValue> values, FeatureSpace space, LinearClassifier machine, HashSet<string> words) =>
        (_values, _space, _machine, _words) = (values, space, machine, words);

    public static ReplyReader Of(Fact fact, StoryReader stories)
    {
        var lines = fact.Values.Index().SelectMany(value => value.Item.Typed.Append(value.Item.Label).Append(value.Item.Short).Distinct(), (value, text) => (stories.Read(text).Message, Label: value.Index)).ToList();
        var features = lines.ConvertAll(line => Features.Of(line.Message));
        var space = new FeatureSpace(features);
        var machine = LinearClassifier.Train([.. features.Select(space.Vector)], [.. lines.Select(line => line.Label)], fact.Values.Count, space.Count, settled: .02f);
        return new ReplyReader(fact.Values, space, machine, [.. lines.SelectMany(line => line.Message.Words)]);
    }

    /// <summary>Whether every word of a reply stands in one that is listed. A word that stands in none may be what matters.</summary>
    public bool Knows(IEnumerable<string> words) => words.All(_words.Contains);

    /// <returns>The answer a reply is most like: how like, about 1 for one that is listed and below 0 in doubt, and by how much more than any other.</returns>
    public (FactValue Value, float Likeness, float Lead) MostLike(Story story)
    {
        var scores = new float[_values.Count];
        _machine.Score(_space.Vector(Features.Of(story.Message)), scores);
        var best = scores.AsSpan().IndexOf(scores.Max());
        return (_values[best], scores[best], scores[best] - scores.Where((_, label) => label != best).DefaultIfEmpty(-1).Max());
    }
}
