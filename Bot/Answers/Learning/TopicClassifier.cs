using System.Numerics.Tensors;

namespace PolicyBot.Answers.Learning;

/// <summary>Learns from messages with a label which label a new message most resembles.</summary>
internal sealed class TopicClassifier
{
    private static readonly float NetShare = float.Parse(Environment.GetEnvironmentVariable("NETSHARE") ?? ".1");

    private readonly int _labels;
    private readonly LinearClassifier _machine;
    private readonly SmallNet? _net;

    private TopicClassifier(int labels, LinearClassifier machine, SmallNet? net) => (_labels, _machine, _net) = (labels, machine, net);

    /// <param name="manyExamples">
    /// With fifty of a label and more a small net beside the linear machine hears more; with fewer it knows no better, and
    /// makes everybody wait.
    /// </param>
    public static TopicClassifier Train(IReadOnlyList<(SparseVector Message, int Label)> examples, int labels, FeatureSpace space,
        float settled = .02f, bool manyExamples = false)
    {
        SparseVector[] messages = [.. examples.Select(example => example.Message)];
        int[] own = [.. examples.Select(example => example.Label)];
        return new TopicClassifier(labels, LinearClassifier.Train(messages, own, labels, space.Count, settled),
            manyExamples ? SmallNet.Train(messages, own, labels, space.Count) : null);
    }

    /// <returns>A score for each label: about 1 is as sure as an example, below 0 is doubtful.</returns>
    public float[] Score(SparseVector message)
    {
        var scores = new float[_labels];
        _machine.Score(message, scores);
        _net?.Score(message, scores, NetShare);
        return scores;
    }

    /// <returns>How the message is shared out among the labels: each from 0 to 1, together 1.</returns>
    public float[] Share(SparseVector message)
    {
        var scores = Score(message);
        TensorPrimitives.Multiply(scores, 1 / NetShare, scores);
        TensorPrimitives.SoftMax(scores, scores);
        return scores;
    }

    public void Write(BinaryWriter file)
    {
        file.Write(_labels);
        _machine.Write(file);
    }

    public static TopicClassifier Read(BinaryReader file) => new(file.ReadInt32(), LinearClassifier.Read(file), null);
}
