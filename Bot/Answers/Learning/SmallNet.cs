using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PolicyBot.Answers.Learning;

/// <summary>
/// A bag of embeddings, one hidden layer and a softmax over the labels, by stochastic gradients with row-wise AdaGrad.
/// It hears what words mean together, which a linear machine cannot, but only from many examples. Every sum is taken in
/// a fixed order: the same examples give the same net on every machine.
/// </summary>
internal sealed class SmallNet
{
    private static readonly int Hidden = int.Parse(Environment.GetEnvironmentVariable("HIDDEN") ?? "64"), Passes = int.Parse(Environment.GetEnvironmentVariable("PASSES") ?? "12");
    private static float F(string n, string d) => float.Parse(Environment.GetEnvironmentVariable(n) ?? d); private static readonly float Rate = F("RATE",".07"), Spread = .05f, Smoothing = F("SMOOTH",".03"), FeatureDropout = F("FDROP",".5"), HiddenDropout = F("HDROP",".3");

    private readonly int _labels;
    private readonly Rows _embedding, _out, _hiddenBias, _outBias;
    private uint _state = 0x2545F491;

    private SmallNet(int features, int labels)
    {
        _labels = labels;
        (_embedding, _out) = (new Rows(features, Hidden, Random), new Rows(Hidden, labels, Random));
        (_hiddenBias, _outBias) = (new Rows(1, Hidden, () => 0), new Rows(1, labels, () => 0));
    }

    public static SmallNet Train(SparseVector[] examples, int[] labels, int count, int features)
    {
        var net = new SmallNet(features, count);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        for (var pass = 0; pass < Passes; pass++)
        {
            net.Shuffle(order);
            foreach (var example in order)
                net.Learn(examples[example], labels[example], Rate * (1 - (float)pass / Passes));
        }

        return net;
    }

    /// <summary>Adds to each label its share of the net's opinion.</summary>
    public void Score(SparseVector vector, Span<float> scores, float share)
    {
        Span<float> hidden = stackalloc float[Hidden];
        _hiddenBias[0].CopyTo(hidden);
        for (var i = 0; i < vector.Count; i++)
            TensorPrimitives.MultiplyAdd(_embedding[vector.Indices[i]], vector.Values[i], hidden, hidden);

        TensorPrimitives.MultiplyAdd(_outBias[0], share, scores, scores);
        for (var unit = 0; unit < Hidden; unit++)
            if (hidden[unit] > 0)
                TensorPrimitives.MultiplyAdd(_out[unit], share * hidden[unit], scores, scores);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Learn(SparseVector example, int label, float rate)
    {
        Span<float> hidden = stackalloc float[Hidden], back = stackalloc float[Hidden];
        Span<float> error = stackalloc float[_labels];
        Span<bool> heard = stackalloc bool[example.Count];
        _hiddenBias[0].CopyTo(hidden);
        for (var i = 0; i < example.Count; i++)
            if (heard[i] = Chance() >= FeatureDropout)
                TensorPrimitives.MultiplyAdd(_embedding[example.Indices[i]], example.Values[i] / (1 - FeatureDropout), hidden, hidden);

        _outBias[0].CopyTo(error);
        for (var unit = 0; unit < Hidden; unit++)
        {
            hidden[unit] = hidden[unit] <= 0 || Chance() < HiddenDropout ? 0 : hidden[unit] / (1 - HiddenDropout);
            if (hidden[unit] > 0)
                TensorPrimitives.MultiplyAdd(_out[unit], hidden[unit], error, error);
        }

        ToError(error, label);
        for (var unit = 0; unit < Hidden; unit++)
        {
            back[unit] = hidden[unit] > 0 ? Product(_out[unit], error) / (1 - HiddenDropout) : 0;
            if (hidden[unit] > 0)
                _out.Step(unit, error, hidden[unit], rate);
        }

        _outBias.Step(0, error, 1, rate);
        _hiddenBias.Step(0, back, 1, rate);
        for (var i = 0; i < example.Count; i++)
            if (heard[i])
                _embedding.Step(example.Indices[i], back, example.Values[i] / (1 - FeatureDropout), rate);
    }

    /// <summary>From what the net says of each label to how wrong that is.</summary>
    private static void ToError(Span<float> error, int label)
    {
        var most = error[0];
        foreach (var value in error)
            most = MathF.Max(most, value);

        var sum = 0f;
        foreach (ref var value in error)
            sum += value = MathF.Exp(value - most);

        foreach (ref var value in error)
            value = value / sum - Smoothing / error.Length;

        error[label] -= 1 - Smoothing;
    }

    private void Shuffle(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = (int)(Next() % (uint)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    private float Random() => (Chance() * 2 - 1) * Spread;

    private float Chance() => (Next() >> 8) * (1f / (1 << 24));

    private uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        return _state ^= _state << 5;
    }

    /// <summary>In eight lanes, whatever the machine has: its own width would change the order of the sum.</summary>
    private static float Product(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var (lanes, at) = (Vector256<float>.Zero, 0);
        for (; at + 8 <= left.Length; at += 8)
            lanes += Vector256.Create(left.Slice(at, 8)) * Vector256.Create(right.Slice(at, 8));

        var sum = 0f;
        for (var lane = 0; lane < 8; lane++)
            sum += lanes[lane];

        for (; at < left.Length; at++)
            sum += left[at] * right[at];

        return sum;
    }

    /// <summary>A matrix whose rows each remember how much they have moved: one that moved little moves faster.</summary>
    private sealed class Rows
    {
        private readonly int _width;
        private readonly float[] _values, _moved;

        public Rows(int count, int width, Func<float> start)
        {
            (_width, _values, _moved) = (width, new float[count * width], new float[count]);
            for (var i = 0; i < _values.Length; i++)
                _values[i] = start();
        }

        public Span<float> this[int row] => _values.AsSpan(row * _width, _width);

        public void Step(int row, ReadOnlySpan<float> gradient, float scale, float rate)
        {
            _moved[row] += Product(gradient, gradient) * scale * scale / _width;
            TensorPrimitives.MultiplyAdd(gradient, -rate * scale / MathF.Sqrt(_moved[row] + 1e-8f), this[row], this[row]);
        }
    }
}
