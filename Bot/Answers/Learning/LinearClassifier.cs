using System.Runtime.CompilerServices;

namespace PolicyBot.Answers.Learning;

/// <summary>
/// One linear support vector machine for each class against the rest, squared hinge loss, by dual coordinate descent
/// (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008). No randomness: the same
/// examples give the same machine.
/// </summary>
internal sealed class LinearClassifier
{
    private const float PositiveWeight = 3, Cost = 1;

    /// <summary>
    /// What a message with nothing known in it scores. Given and not learnt: a learnt one is shared by all examples, is
    /// the last to settle, and moved with every line that an author added.
    /// </summary>
    private const float Unlike = -1;

    private const int Passes = 30;
    private const float Enough = .02f;

    private readonly SparseMatrix _weights;

    private LinearClassifier(SparseMatrix weights) => _weights = weights;

    /// <param name="settled">An example so far on its side of the line is not looked at again: most never come back.</param>
    public static LinearClassifier Train(SparseVector[] examples, int[] labels, int classes, int features, float settled)
    {
        var order = ShuffledOrder(examples.Length);
        var columns = new SparseVector[classes];
        Parallel.For(0, classes, label => columns[label] = SparseVector.Of(TrainOne(examples, labels, label, order, features, settled)));
        return new LinearClassifier(SparseMatrix.Of(features, columns));
    }

    /// <summary>Sets for each class how far the vector stands on its side: about 1 is as sure as an example.</summary>
    public void Score(SparseVector vector, Span<float> scores)
    {
        scores.Fill(Unlike);
        _weights.AddTo(vector, scores);
    }

    public void Write(BinaryWriter file) => _weights.Write(file);

    public static LinearClassifier Read(BinaryReader file) => new(SparseMatrix.Read(file));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] TrainOne(SparseVector[] examples, int[] labels, int label, int[] order, int features, float settled)
    {
        var weights = new float[features];
        var alphas = new float[examples.Length];
        var open = order.ToArray();
        for (var (pass, count) = (0, open.Length); pass < Passes; pass++)
        {
            var (largest, kept) = (0f, 0);
            for (var i = 0; i < count; i++)
            {
                var example = open[i];
                var gradient = Step(examples[example], labels[example] == label, ref alphas[example], weights);
                if (alphas[example] > 0 || gradient < settled)
                    open[kept++] = example;
                if (alphas[example] > 0 || gradient < 0)
                    largest = Math.Max(largest, Math.Abs(gradient));
            }

            count = kept;
            if (largest < Enough)
                break;
        }

        return weights;
    }

    /// <returns>How the loss grows with this example's weight: above zero, and without weight, it is satisfied.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Step(SparseVector example, bool positive, ref float alpha, float[] weights)
    {
        var side = positive ? 1f : -1f;
        var softness = 1 / (2 * (positive ? Cost * PositiveWeight : Cost));
        var (sum, square) = (Unlike, softness);
        for (var i = 0; i < example.Count; i++)
        {
            sum += weights[example.Indices[i]] * example.Values[i];
            square += example.Values[i] * example.Values[i];
        }

        var gradient = side * sum - 1 + softness * alpha;
        if (alpha == 0 && gradient >= 0)
            return gradient;

        var next = Math.Max(alpha - gradient / square, 0);
        var change = (next - alpha) * side;
        alpha = next;
        for (var i = 0; i < example.Count; i++)
            weights[example.Indices[i]] += change * example.Values[i];

        return gradient;
    }

    /// <summary>A fixed order that mixes the classes: neighbours in a file are alike.</summary>
    private static int[] ShuffledOrder(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        var state = 0x2545F491u;
        for (var i = count - 1; i > 0; i--)
        {
            state = state * 1664525 + 1013904223;
            var other = (int)(state % (uint)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
