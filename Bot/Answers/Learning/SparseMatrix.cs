using System.Numerics.Tensors;

namespace PolicyBot.Answers.Learning;

/// <summary>For each feature the columns that it speaks for or against, and how much. Most would be zero, and are not kept.</summary>
internal sealed class SparseMatrix
{
    /// <summary>A value that says less is taken for none.</summary>
    private const float Least = .02f;

    private const int AtOnce = 256;

    /// <summary>What a feature has to say stands from its own start up to the start of the next.</summary>
    private readonly int[] _starts;

    private readonly ushort[] _columns;

    /// <summary>Half as exact as they were learnt, and half as large.</summary>
    private readonly Half[] _values;

    private SparseMatrix(int[] starts, ushort[] columns, Half[] values) => (_starts, _columns, _values) = (starts, columns, values);

    /// <param name="columns">Of each column the features with their values, in any order; 65,536 of them at most.</param>
    public static SparseMatrix Of(int features, IReadOnlyList<SparseVector> columns)
    {
        var starts = new int[features + 1];
        foreach (var column in columns)
            for (var i = 0; i < column.Count; i++)
                starts[column.Indices[i] + 1] += MathF.Abs(column.Values[i]) < Least ? 0 : 1;

        for (var feature = 0; feature < features; feature++)
            starts[feature + 1] += starts[feature];

        var matrix = new SparseMatrix(starts, new ushort[starts[^1]], new Half[starts[^1]]);
        matrix.Place(columns);
        return matrix;
    }

    /// <summary>Adds to each column's sum what the vector's features say of it.</summary>
    public void AddTo(SparseVector vector, Span<float> sums)
    {
        Span<float> row = stackalloc float[AtOnce];
        for (var i = 0; i < vector.Count; i++)
        {
            var end = _starts[vector.Indices[i] + 1];
            for (var from = _starts[vector.Indices[i]]; from < end; from += AtOnce)
            {
                var columns = _columns.AsSpan(from, Math.Min(AtOnce, end - from));
                TensorPrimitives.ConvertToSingle(_values.AsSpan(from, columns.Length), row);
                for (var at = 0; at < columns.Length; at++)
                    sums[columns[at]] += row[at] * vector.Values[i];
            }
        }
    }

    public void Write(BinaryWriter file)
    {
        file.WriteAll(_starts);
        file.WriteAll(_columns);
        file.WriteAll(_values);
    }

    public static SparseMatrix Read(BinaryReader file) => new(file.ReadAll<int>(), file.ReadAll<ushort>(), file.ReadAll<Half>());

    private void Place(IReadOnlyList<SparseVector> columns)
    {
        var next = _starts.ToArray();
        for (var column = 0; column < columns.Count; column++)
        {
            var vector = columns[column];
            for (var i = 0; i < vector.Count; i++)
            {
                if (MathF.Abs(vector.Values[i]) < Least)
                    continue;

                var at = next[vector.Indices[i]]++;
                (_columns[at], _values[at]) = (checked((ushort)column), (Half)vector.Values[i]);
            }
        }
    }
}
