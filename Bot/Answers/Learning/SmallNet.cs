using System.Numerics.Tensors;

namespace PolicyBot.Answers.Learning;

/// <summary>
/// A bag of embeddings, one hidden layer and an opinion on each label. It hears what words mean together, which a linear
/// machine cannot, but only from many examples. Several nets make one whose opinion is the sum of theirs.
/// </summary>
internal sealed class SmallNet
{
    private const float Largest = sbyte.MaxValue;

    /// <summary>A row of the hidden layer's width for each feature, in steps of its own size: a quarter of what was learnt, and as good.</summary>
    private readonly sbyte[] _embedding;

    private readonly float[] _steps, _hiddenBias, _output, _outputBias;
    private readonly int _width;

    private SmallNet(sbyte[] embedding, float[] steps, float[] hiddenBias, float[] output, float[] outputBias)
    {
        (_embedding, _steps, _hiddenBias, _output, _outputBias) = (embedding, steps, hiddenBias, output, outputBias);
        _width = hiddenBias.Length;
    }

    /// <summary>Adds to each label its share of the net's opinion.</summary>
    public void Score(SparseVector vector, Span<float> scores, float share)
    {
        Span<float> hidden = stackalloc float[_width], row = stackalloc float[_width];
        _hiddenBias.CopyTo(hidden);
        for (var i = 0; i < vector.Count; i++)
        {
            TensorPrimitives.ConvertTruncating<sbyte, float>(_embedding.AsSpan(vector.Indices[i] * _width, _width), row);
            TensorPrimitives.MultiplyAdd(row, _steps[vector.Indices[i]] * vector.Values[i], hidden, hidden);
        }

        TensorPrimitives.MultiplyAdd(_outputBias, share, scores, scores);
        for (var unit = 0; unit < _width; unit++)
            if (hidden[unit] > 0)
                TensorPrimitives.MultiplyAdd(_output.AsSpan(unit * scores.Length, scores.Length), share * hidden[unit], scores, scores);
    }

    /// <summary>The net whose opinion is the sum of those of nets of the same size.</summary>
    public static SmallNet Of(IReadOnlyList<NetWeights> nets)
    {
        var (width, features) = (nets[0].HiddenBias.Length, nets[0].Embedding.Length / nets[0].HiddenBias.Length);
        var (embedding, steps) = (new sbyte[nets.Count * nets[0].Embedding.Length], new float[features]);
        for (var feature = 0; feature < features; feature++)
        {
            var (rows, from) = (nets.Select(net => net.Embedding.AsMemory(feature * width, width)).ToArray(), feature * width * nets.Count);
            steps[feature] = rows.Max(row => MathF.Abs(TensorPrimitives.MaxMagnitude<float>(row.Span))) is var most and not 0 ? most / Largest : 1;
            for (var unit = 0; unit < width * nets.Count; unit++)
                embedding[from + unit] = (sbyte)MathF.Round(rows[unit / width].Span[unit % width] / steps[feature]);
        }

        var bias = new float[nets[0].OutputBias.Length];
        foreach (var net in nets)
            TensorPrimitives.Add(bias, net.OutputBias, bias);

        return new SmallNet(embedding, steps, [.. nets.SelectMany(net => net.HiddenBias)], [.. nets.SelectMany(net => net.Output)], bias);
    }

    public void Write(BinaryWriter file)
    {
        file.WriteAll(_embedding);
        file.WriteAll(_steps);
        file.WriteAll(_hiddenBias);
        file.WriteAll(_output);
        file.WriteAll(_outputBias);
    }

    public static SmallNet Read(BinaryReader file) =>
        new(file.ReadAll<sbyte>(), file.ReadAll<float>(), file.ReadAll<float>(), file.ReadAll<float>(), file.ReadAll<float>());
}

/// <summary>What one net learnt.</summary>
/// <param name="Embedding">A row of the hidden layer's width for each feature.</param>
/// <param name="Output">A row of opinions for each hidden unit.</param>
internal sealed record NetWeights(float[] Embedding, float[] HiddenBias, float[] Output, float[] OutputBias);
