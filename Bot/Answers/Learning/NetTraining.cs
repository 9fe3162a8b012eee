using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PolicyBot.Answers.Learning;

/// <summary>
/// Teaches a small net by stochastic gradients of a softmax with row-wise AdaGrad (Duchi et al., JMLR 2011) and dropout.
/// Every sum is taken in a fixed order and chance is counted out: the same examples give the same net on every machine.
/// </summary>
internal sealed class NetTraining
{
    private const int Hidden = 32, Passes = 12;
    private const float Rate = .07f, Spread = .05f, Smoothing = .03f, FeatureDropout = .5f, HiddenDropout = .3f;

    private readonly int _labels;
    private readonly Rows _embedding, _output, _hiddenBias, _outputBias;
    private uint _state;

    /// <param name="seed">Nets of different seeds learn differently, and know more together than each alone.</param>
    private NetTraining(int features, int labels, int seed)
    {
        (_labels, _state) = (labels, 0x2545F491 + (uint)seed * 7919);
        (_embedding, _output) = (new Rows(features, Hidden, Random), new Rows(Hidden, labels, Random));
        (_hiddenBias, _outputBias) = (new Rows(1, Hidden, () => 0), new Rows(1, labels, () => 0));
    }

    public static NetWeights Train(SparseVector[] examples, int[] labels, int count, int features, int seed)
    {
        var training = new NetTraining(features, count, seed);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        for (var pass = 0; pass < Passes && count > 0; pass++)
        {
            training.Shuffle(order);
            foreach (var example in order)
                training.Learn(examples[example], labels[example], Rate * (1 - (float)pass / Passes));
        }

        return new NetWeights(training._embedding.Values, training._hiddenBias.Values, training._output.Values, training._outputBias.Values);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Learn(SparseVector example, int label, float rate)
    {
        Span<float> hidden = stackalloc float[Hidden], back = stackalloc float[Hidden];
        Span<float> error = stackalloc float[_labels];
        Span<bool> heard = stackalloc bool[example.Count];
        Listen(example, hidden, heard);
        Conclude(hidden, error);
        ToError(error, label);
        for (var unit = 0; unit < Hidden; unit++)
        {
            back[unit] = hidden[unit] > 0 ? Product(_output[unit], error) / (1 - HiddenDropout) : 0;
            if (hidden[unit] > 0)
                _output.Step(unit, error, hidden[unit], rate);
        }

        _outputBias.Step(0, error, 1, rate);
        _hiddenBias.Step(0, back, 1, rate);
        for (var i = 0; i < example.Count; i++)
            if (heard[i])
                _embedding.Step(example.Indices[i], back, example.Values[i] / (1 - FeatureDropout), rate);
    }

    private void Listen(SparseVector example, Span<float> hidden, Span<bool> heard)
    {
        _hiddenBias[0].CopyTo(hidden);
        for (var i = 0; i < example.Count; i++)
            if (heard[i] = Chance() >= FeatureDropout)
                TensorPrimitives.MultiplyAdd(_embedding[example.Indices[i]], example.Values[i] / (1 - FeatureDropout), hidden, hidden);

        foreach (ref var unit in hidden)
            unit = unit <= 0 || Chance() < HiddenDropout ? 0 : unit / (1 - HiddenDropout);
    }

    private void Conclude(ReadOnlySpan<float> hidden, Span<float> opinion)
    {
        _outputBias[0].CopyTo(opinion);
        for (var unit = 0; unit < Hidden; unit++)
            if (hidden[unit] > 0)
                TensorPrimitives.MultiplyAdd(_output[unit], hidden[unit], opinion, opinion);
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
        private readonly float[] _moved;

        public Rows(int count, int width, Func<float> start)
        {
            (_width, Values, _moved) = (width, new float[count * width], new float[count]);
            for (var i = 0; i < Values.Length; i++)
                Values[i] = start();
        }

        public float[] Values { get; }

        public Span<float> this[int row] => Values.AsSpan(row * _width, _width);

        public void Step(int row, ReadOnlySpan<float> gradient, float scale, float rate)
        {
            _moved[row] += Product(gradient, gradient) * scale * scale / _width;
            TensorPrimitives.MultiplyAdd(gradient, -rate * scale / MathF.Sqrt(_moved[row] + 1e-8f), this[row], this[row]);
        }
    }
}
