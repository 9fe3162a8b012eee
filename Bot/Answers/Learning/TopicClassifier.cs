namespace PolicyBot.Answers.Learning;

/// <summary>Learns from messages with a label which label a new message most resembles.</summary>
internal sealed class TopicClassifier(
    IReadOnlyList<(SparseVector Message, int Label)> examples, int labels, FeatureSpace space, float settled = .02f)
{
    private readonly LinearClassifier _machine = LinearClassifier.Train(
        [.. examples.Select(example => example.Message)], [.. examples.Select(example => example.Label)], labels, space.Count, settled);

    /// <returns>A score for each label: about 1 is as sure as an example, below 0 is doubtful.</returns>
    public float[] Score(SparseVector message)
    {
        var scores = new float[labels];
        _machine.Score(message, scores);
        return scores;
    }
}
