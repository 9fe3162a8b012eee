using System.Numerics.Tensors;

namespace PolicyBot.Answers.Learning;

/// <summary>
/// A bag of embeddings, one hidden layer and an opinion on each label. It hears what words mean together, which a linear
/// machine cannot, but only from many examples. Several nets make one whose opinion is the sum of theirs.
/// </summary>
/// <param name="embedding">A row of the hidden layer's width for each feature. Half as exact as it was learnt, and half as large.</param>
/// <param name="output">A row of opinions for each hidden unit.</param>
internal sealed class SmallNet(Half[] embedding, float[] hiddenBias, float[] output, float[] outputBias)
{
    private readonly Half[] _embedding = embedding;
    private readonly float[] _hiddenBias = hiddenBias, _output = output, _outputBias = outputBias;
    private readonly int _width = hiddenBias.Length;

    /// <summary>Adds to each label its share of the net's opinion.</summary>
    public void Score(SparseVector vector, Span<float> scores, float share)
    {
        Span<float> hidden = stackalloc float[_width], row = stackalloc float[_width];
        _hiddenBias.CopyTo(hidden);
        for (var i = 0; i < vector.Count; i++)
        {
            TensorPrimitives.ConvertToSingle(_embedding.AsSpan(vector.Indices[i] * _width, _width), row);
            TensorPrimitives.MultiplyAdd(row, vector.Values[i], hidden, hidden);
        }

        TensorPrimitives.MultiplyAdd(_outputBias, share, scores, scores);
        for (var unit = 0; unit < _width; unit++)
            if (hidden[unit] > 0)
                TensorPrimitives.MultiplyAdd(_output.AsSpan(unit * scores.Length, scores.Length), share * hidden[unit], scores, scores);
    }

    /// <summary>The net whose opinion is the sum of those of nets of the same size.</summary>
    public static SmallNet Of(IReadOnlyList<SmallNet> nets)
    {
        var (width, rows) = (nets[0]._width, nets[0]._embedding.Length / nets[0]._width);
        var embedding = new Half[nets.Count * nets[0]._embedding.Length];
        for (var row = 0; row < rows; row++)
            for (var net = 0; net < nets.Count; net++)
                nets[net]._embedding.AsSpan(row * width, width).CopyTo(embedding.AsSpan((row * nets.Count + net) * width));

        var bias = new float[nets[0]._outputBias.Length];
        foreach (var net in nets)
            TensorPrimitives.Add(bias, net._outputBias, bias);

        return new SmallNet(embedding, [.. nets.SelectMany(net => net._hiddenBias)], [.. nets.SelectMany(net => net._output)], bias);
    }

    public void Write(BinaryWriter file)
    {
        file.WriteAll(_embedding);
        file.WriteAll(_hiddenBias);
        file.WriteAll(_output);
        file.WriteAll(_outputBias);
    }

    public static SmallNet Read(BinaryReader file) =>
        new(file.ReadAll<Half>(), file.ReadAll<float>(), file.ReadAll<float>(), file.ReadAll<float>());
}
