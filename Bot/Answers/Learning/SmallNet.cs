using System.Numerics.Tensors;

namespace PolicyBot.Answers.Learning;

/// <summary>
/// A bag of embeddings, one hidden layer and an opinion on each label. It hears what words mean together, which a linear
/// machine cannot, but only from many examples.
/// </summary>
/// <param name="embedding">A row of <see cref="Hidden"/> for each feature; the rest likewise, row after row.</param>
internal sealed class SmallNet(float[] embedding, float[] hiddenBias, float[] output, float[] outputBias)
{
    public const int Hidden = 32;

    /// <summary>Adds to each label its share of the net's opinion.</summary>
    public void Score(SparseVector vector, Span<float> scores, float share)
    {
        Span<float> hidden = stackalloc float[Hidden];
        hiddenBias.CopyTo(hidden);
        for (var i = 0; i < vector.Count; i++)
            TensorPrimitives.MultiplyAdd(embedding.AsSpan(vector.Indices[i] * Hidden, Hidden), vector.Values[i], hidden, hidden);

        TensorPrimitives.MultiplyAdd(outputBias, share, scores, scores);
        for (var unit = 0; unit < Hidden; unit++)
            if (hidden[unit] > 0)
                TensorPrimitives.MultiplyAdd(output.AsSpan(unit * scores.Length, scores.Length), share * hidden[unit], scores, scores);
    }

    public void Write(BinaryWriter file)
    {
        foreach (var part in (float[][])[embedding, hiddenBias, output, outputBias])
            file.WriteAll(part);
    }

    public static SmallNet Read(BinaryReader file) =>
        new(file.ReadAll<float>(), file.ReadAll<float>(), file.ReadAll<float>(), file.ReadAll<float>());
}
