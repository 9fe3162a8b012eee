namespace PolicyBot.Answers.Learning;

/// <summary>Learns from messages with a label which label a new message most resembles.</summary>
/// <param name="manyExamples">
/// With fifty of a label and more a small net beside the linear machine hears more; with fewer it knows no better, and
/// makes everybody wait.
/// </param>
internal sealed class TopicClassifier(
    IReadOnlyList<(SparseVector Message, int Label)> examples, int labels, FeatureSpace space, float settled = .02f, bool manyExamples = false)
{
    private const float NetShare = .25f;

    private readonly LinearClassifier _machine = LinearClassifier.Train(
        [.. examples.Select(example => example.Message)], [.. examples.Select(example => example.Label)], labels, space.Count, settled);

    private readonly SmallNet? _net = manyExamples ? SmallNet.Train(
        [.. examples.Select(example => example.Message)], [.. examples.Select(example => example.Label)], labels, space.Count) : null;

    /// <returns>A score for each label: about 1 is as sure as an example, below 0 is doubtful.</returns>
    public float[] Score(SparseVector message)
    {
        var scores = new float[labels];
        _machine.Score(message, scores);
        _net?.Score(message, scores, NetShare);
        return scores;
    }
}
