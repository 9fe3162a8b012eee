namespace PolicyBot.Answers.Learning;

/// <summary>
/// The features seen in the examples, with their weights. A vector has length one, and what was never seen counts in
/// that length but not in the score: a message full of unknown things scores low everywhere, and so is refused.
/// </summary>
internal sealed class FeatureSpace
{
    private readonly Dictionary<ulong, int> _index = [];
    private readonly float[] _rarity;
    private readonly float _rarest;

    public FeatureSpace(IReadOnlyList<List<(ulong Feature, float Weight)>> examples)
    {
        var holders = new List<int>();
        var seen = new HashSet<int>();
        foreach (var example in examples)
        {
            seen.Clear();
            foreach (var (feature, _) in example)
                seen.Add(Index(feature, holders));

            foreach (var index in seen)
                holders[index]++;
        }

        _rarity = [.. holders.Select(held => Rarity(examples.Count, held))];
        _rarest = Rarity(examples.Count, 0);
    }

    public int Count => _rarity.Length;

    public SparseVector Vector(List<(ulong Feature, float Weight)> features)
    {
        var (counted, unseen) = Tally(features);
        var indices = new int[counted.Count];
        var values = new float[counted.Count];
        var (at, square) = (0, unseen);
        foreach (var (index, (times, weight)) in counted)
        {
            indices[at] = index;
            values[at] = (1 + MathF.Log(times)) * _rarity[index] * weight;
            square += values[at] * values[at];
            at++;
        }

        var scale = square > 0 ? 1 / MathF.Sqrt(square) : 0;
        for (var i = 0; i < values.Length; i++)
            values[i] *= scale;

        return new SparseVector(indices, values);
    }

    private (Dictionary<int, (int Times, float Weight)> Known, float UnseenSquare) Tally(
        List<(ulong Feature, float Weight)> features)
    {
        var known = new Dictionary<int, (int, float)>(features.Count);
        var unseen = 0f;
        foreach (var (feature, weight) in features)
        {
            if (_index.TryGetValue(feature, out var index))
                known[index] = (known.TryGetValue(index, out var already) ? already.Item1 + 1 : 1, weight);
            else
                unseen += _rarest * weight * _rarest * weight;
        }

        return (known, unseen);
    }

    private int Index(ulong feature, List<int> holders)
    {
        if (_index.TryGetValue(feature, out var index))
            return index;

        holders.Add(0);
        return _index[feature] = holders.Count - 1;
    }

    private static float Rarity(int examples, int holders) => MathF.Sqrt(MathF.Log((examples + 1f) / (holders + 1f)) + 1);
}

/// <summary>The features a message holds and how much each weighs; together of length one at most.</summary>
internal sealed record SparseVector(int[] Indices, float[] Values);
