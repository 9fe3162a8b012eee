using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace PolicyBot.Answers.Learning;

/// <summary>
/// The features seen in all that was authored, with their weights. A vector has length one, and what was never seen
/// counts in that length but not in the score: a message full of unknown things scores low everywhere, and so is refused.
/// </summary>
internal sealed class FeatureSpace
{
    private readonly Dictionary<ulong, int> _index;
    private readonly float[] _rarity;
    private readonly float _rarest;

    /// <param name="atLeast">A feature that fewer examples hold counts as never seen; with few examples each is worth keeping.</param>
    public FeatureSpace(IEnumerable<List<(ulong Feature, float Weight)>> examples, int atLeast = 1)
    {
        _index = [];
        var (holders, lastIn, count) = (new List<int>(), new List<int>(), 0);
        foreach (var example in examples)
        {
            count++;
            foreach (var (feature, _) in example)
                CountIn(count, feature, holders, lastIn);
        }

        if (atLeast > 1)
            Forget(holders, atLeast);

        _rarity = [.. holders.Select(held => Rarity(count, held))];
        _rarest = Rarity(count, 0);
    }

    private FeatureSpace(ulong[] features, float[] rarity, float rarest)
    {
        (_index, _rarity, _rarest) = (new Dictionary<ulong, int>(features.Length), rarity, rarest);
        for (var i = 0; i < features.Length; i++)
            _index[features[i]] = i;
    }

    public void Write(BinaryWriter file)
    {
        var features = new ulong[Count];
        foreach (var (feature, index) in _index)
            features[index] = feature;

        file.WriteAll(features);
        file.WriteAll(_rarity);
        file.Write(_rarest);
    }

    public static FeatureSpace Read(BinaryReader file) => new(file.ReadAll<ulong>(), file.ReadAll<float>(), file.ReadSingle());

    private void Forget(List<int> holders, int atLeast)
    {
        var kept = _index.Where(pair => holders[pair.Value] >= atLeast).ToList();
        int[] counts = [.. kept.Select(pair => holders[pair.Value])];
        _index.Clear();
        for (var i = 0; i < kept.Count; i++)
            _index[kept[i].Key] = i;

        holders.Clear();
        holders.AddRange(counts);
    }

    public int Count => _rarity.Length;

    public SparseVector Vector(List<(ulong Feature, float Weight)> features)
    {
        var indices = new int[features.Count];
        var weights = new float[features.Count];
        var (known, unseen) = (0, 0f);
        foreach (var (feature, weight) in features)
        {
            if (_index.TryGetValue(feature, out var index))
                (indices[known], weights[known++]) = (index, weight);
            else
                unseen += _rarest * weight * _rarest * weight;
        }

        Array.Sort(indices, weights, 0, known);
        return Scaled(indices, weights, Merged(indices, weights, known, ref unseen), unseen);
    }

    /// <summary>Brings the same feature's times together, which stand side by side.</summary>
    /// <returns>How many different features there are.</returns>
    private int Merged(int[] indices, float[] weights, int known, ref float square)
    {
        var kept = 0;
        for (var i = 0; i < known; kept++)
        {
            var (index, weight, times) = (indices[i], weights[i], 0);
            for (; i < known && indices[i] == index; i++)
                times++;

            indices[kept] = index;
            weights[kept] = (1 + MathF.Log(times)) * _rarity[index] * weight;
            square += weights[kept] * weights[kept];
        }

        return kept;
    }

    private static SparseVector Scaled(int[] indices, float[] weights, int count, float square)
    {
        var scale = square > 0 ? 1 / MathF.Sqrt(square) : 0;
        for (var i = 0; i < count; i++)
            weights[i] *= scale;

        return new SparseVector(indices, weights, count);
    }

    /// <summary>An example that holds a feature many times is still one example.</summary>
    private void CountIn(int example, ulong feature, List<int> holders, List<int> lastIn)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, feature, out var known);
        if (!known)
        {
            index = holders.Count;
            holders.Add(0);
            lastIn.Add(0);
        }

        holders[index] += lastIn[index] == example ? 0 : 1;
        lastIn[index] = example;
    }

    private static float Rarity(int examples, int holders) => MathF.Sqrt(MathF.Log((examples + 1f) / (holders + 1f)) + 1);
}

/// <summary>The features a message holds and how much each weighs, in the first <paramref name="Count"/> places; of length one at most.</summary>
internal sealed record SparseVector(int[] Indices, float[] Values, int Count)
{
    private const float Familiar = .12f;

    /// <summary>What is not zero of a value for each feature.</summary>
    public static SparseVector Of(float[] values)
    {
        int[] indices = [.. Enumerable.Range(0, values.Length).Where(i => values[i] != 0)];
        return new SparseVector(indices, [.. indices.Select(i => values[i])], indices.Length);
    }

    /// <returns>How like another message it is: from 0, nothing in common, to 1, the same.</returns>
    public float LikenessTo(SparseVector other)
    {
        var (sum, at) = (0f, 0);
        for (var i = 0; i < Count; i++)
        {
            while (at < other.Count && other.Indices[at] < Indices[i])
                at++;
            if (at < other.Count && other.Indices[at] == Indices[i])
                sum += Values[i] * other.Values[at];
        }

        return sum;
    }

    /// <summary>Of a message in another language, or of no sense, next to nothing was ever seen.</summary>
    public bool IsStrange => Familiarity < Familiar;

    /// <summary>How much of the message was ever seen before: from 0, nothing, to 1, all of it.</summary>
    public float Familiarity => TensorPrimitives.SumOfSquares(Values.AsSpan(0, Count));
}
