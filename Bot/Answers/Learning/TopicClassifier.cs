using System.Numerics.Tensors;

namespace PolicyBot.Answers.Learning;

/// <summary>
/// Learns from messages with a label which label a new message most resembles: a linear machine, and beside it a few
/// small nets that hear what words mean together.
/// </summary>
internal sealed class TopicClassifier
{
    /// <summary>How much the nets have to say beside the machine.</summary>
    private const float NetShare = .15f;

    private const int Nets = 3;

    private readonly int _labels;
    private readonly LinearClassifier _machine;
    private readonly SmallNet _nets;

    private TopicClassifier(int labels, LinearClassifier machine, SmallNet nets) => (_labels, _machine, _nets) = (labels, machine, nets);

    /// <param name="settled">An example so far on its side of the line is not looked at again: most never come back.</param>
    public static TopicClassifier Train(
        IReadOnlyList<(SparseVector Message, int Label)> examples, int labels, FeatureSpace space, float settled = .02f)
    {
        SparseVector[] messages = [.. examples.Select(example => example.Message)];
        int[] own = [.. examples.Select(example => example.Label)];
        var nets = SmallNet.Of([.. Enumerable.Range(0, Nets).AsParallel().AsOrdered()
            .Select(seed => NetTraining.Train(messages, own, labels, space.Count, seed))]);
        return new TopicClassifier(labels, LinearClassifier.Train(messages, own, labels, space.Count, settled), nets);
    }

    /// <returns>A score for each label: about 1 is as sure as an example, below 0 is doubtful.</returns>
    public float[] Score(SparseVector message)
    {
        var scores = new float[_labels];
        _machine.Score(message, scores);
        _nets.Score(message, scores, NetShare / Nets);
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
        _nets.Write(file);
    }

    public static TopicClassifier Read(BinaryReader file) =>
        new(file.ReadInt32(), LinearClassifier.Read(file), SmallNet.Read(file));
}
