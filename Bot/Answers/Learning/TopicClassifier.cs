using PolicyBot.Answers.Reading;

namespace PolicyBot.Answers.Learning;

/// <summary>Learns from lines with a label which label a new message most resembles.</summary>
internal sealed class TopicClassifier
{
    private readonly FeatureSpace _space;
    private readonly LinearClassifier _machine;

    public TopicClassifier(IReadOnlyList<(Message Message, int Label)> examples, int labels)
    {
        var features = examples.Select(example => Features.Of(example.Message)).ToList();
        _space = new FeatureSpace(features);
        var vectors = features.ConvertAll(_space.Vector).ToArray();
        _machine = LinearClassifier.Train(vectors, [.. examples.Select(example => example.Label)], labels, _space.Count);
        Labels = labels;
    }

    public int Labels { get; }

    /// <returns>A score for each label: about 1 is as sure as an example, below 0 is doubtful.</returns>
    public float[] Score(List<(ulong Feature, float Weight)> features)
    {
        var scores = new float[Labels];
        _machine.Score(_space.Vector(features), scores);
        return scores;
    }
}
