using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace PolicyBot.Answers.Learning;

/// <summary>
/// The features seen in all that was authored, with their weights. A vector has length one, and what was never seen
/// counts in that length but not in the score: a message full of unknown things scores low everywhere, and so is refused.
/// </summary>
internal sealed class FeatureSpace
{
    /// <summary>In their order, and beside each its number: a third of a dictionary, and there as soon as it is read.</summary>
    private readonly ulong[] _features;

    private readonly int[] _numbers;

    /// <summary>By the first bits of a feature, which are as good as random, where those that begin so stand.</summary>
    private readonly int[] _starts;

    private readonly int _otherBits;
    private readonly float[] _rarity;
    private readonly float _rarest;

    /// <param name="atLeast">A feature that fewer examples hold counts as never seen; with few examples each is worth keeping.</param>
    public FeatureSpace(IEnumerable<List<(ulong Feature, float Weight)>> examples, int atLeast = 1)
    {
        var (counts, places, count) = (new List<FeatureCount>(), new Dictionary<ulong, int>(), 0);
        foreach (var example in examples)
        {
            count++;
            foreach (var (feature, _) in example)
                CountIn(count, feature, counts, places);
        }

        FeatureCount[] kept = [.. counts.Where(feature => feature.Holders >= atLeast)];
        (_features, _numbers) = ([.. kept.Select(feature => feature.Feature)], [.. Enumerable.Range(0, kept.Length)]);
        Array.Sort(_features, _numbers);
        (_otherBits, _starts) = StartsOf(_features);
        _rarity = [.. kept.Select(feature => Rarity(count, feature.Holders))];
        _rarest = Rarity(count, 0);
    }

    private FeatureSpace(ulong[] features, int[] numbers, float[] rarity, float rarest)
    {
        (_features, _numbers, _rarity, _rarest) = (features, numbers, rarity, rarest);
        (_otherBits, _starts) = StartsOf(features);
    }

    public void Write(BinaryWriter file)
    {
        file.WriteAll(_features);
        file.WriteAll(_numbers);
        file.WriteAll(_rarity);
        file.Write(_rarest);
    }

    public static FeatureSpace Read(BinaryReader file) =>
        new(file.ReadAll<ulong>(), file.ReadAll<int>(), file.ReadAll<float>(), file.ReadSingle());

    public int Count => _rarity.Length;

    public SparseVector Vector(List<(ulong Feature, float Weight)> features)
    {
        var indices = new int[features.Count];
        var weights = new float[features.Count];
        var (known, unseen) = (0, 0f);
        foreach (var (feature, weight) in features)
        {
            if (NumberOf(feature) is { } number)
                (indices[known], weights[known++]) = (number, weight);
            else
                unseen += _rarest * weight * _rarest * weight;
        }

        Array.Sort(indices, weights, 0, known);
        return Scaled(indices, weights, Merged(indices, weights, known, ref unseen), unseen);
    }

    private int? NumberOf(ulong feature)
    {
        for (var at = _starts[feature >> _otherBits]; at < _features.Length && _features[at] <= feature; at++)
            if (_features[at] == feature)
                return _numbers[at];

        return null;
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
    private static void CountIn(int example, ulong feature, List<FeatureCount> counts, Dictionary<ulong, int> places)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, feature, out var known);
        if (!known)
        {
            place = counts.Count;
            counts.Add(new FeatureCount(feature, 0, 0));
        }

        if (counts[place] is var count && count.LastIn != example)
            counts[place] = new FeatureCount(feature, count.Holders + 1, example);
    }

    private static (int OtherBits, int[] Starts) StartsOf(ulong[] features)
    {
        var bits = BitOperations.Log2((uint)features.Length | 2);
        var (starts, at) = (new int[1 << bits], 0);
        for (var first = 0; first < starts.Length; first++)
        {
            while (at < features.Length && features[at] >> (64 - bits) < (ulong)first)
                at++;

            starts[first] = at;
        }

        return (64 - bits, starts);
    }

    private static float Rarity(int examples, int holders) => MathF.Sqrt(MathF.Log((examples + 1f) / (holders + 1f)) + 1);

    /// <param name="LastIn">The last example that holds it.</param>
    private readonly record struct FeatureCount(ulong Feature, int Holders, int LastIn);
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
