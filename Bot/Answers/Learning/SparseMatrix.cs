namespace PolicyBot.Answers.Learning;

/// <summary>For each feature the columns that it speaks for or against, and how much. Most would be zero, and are not kept.</summary>
internal sealed class SparseMatrix
{
    /// <summary>What a feature has to say stands from its own start up to the start of the next.</summary>
    private readonly int[] _starts, _columns;

    private readonly float[] _values;

    private SparseMatrix(int[] starts, int[] columns, float[] values) => (_starts, _columns, _values) = (starts, columns, values);

    /// <param name="columns">Of each column the features with their values, in any order.</param>
    public static SparseMatrix Of(int features, IReadOnlyList<SparseVector> columns)
    {
        var starts = new int[features + 1];
        foreach (var column in columns)
            for (var i = 0; i < column.Count; i++)
                starts[column.Indices[i] + 1]++;

        for (var feature = 0; feature < features; feature++)
            starts[feature + 1] += starts[feature];

        var matrix = new SparseMatrix(starts, new int[starts[^1]], new float[starts[^1]]);
        matrix.Place(columns);
        return matrix;
    }

    /// <summary>Adds to each column's sum what the vector's features say of it.</summary>
    public void AddTo(SparseVector vector, Span<float> sums)
    {
        for (var i = 0; i < vector.Count; i++)
        {
            var (value, end) = (vector.Values[i], _starts[vector.Indices[i] + 1]);
            for (var at = _starts[vector.Indices[i]]; at < end; at++)
                sums[_columns[at]] += _values[at] * value;
        }
    }

    public void Write(BinaryWriter file)
    {
        file.WriteAll(_starts);
        file.WriteAll(_columns);
        file.WriteAll(_values);
    }

    public static SparseMatrix Read(BinaryReader file) => new(file.ReadAll<int>(), file.ReadAll<int>(), file.ReadAll<float>());

    private void Place(IReadOnlyList<SparseVector> columns)
    {
        var next = _starts.ToArray();
        for (var column = 0; column < columns.Count; column++)
        {
            var vector = columns[column];
            for (var i = 0; i < vector.Count; i++)
            {
                var at = next[vector.Indices[i]]++;
                (_columns[at], _values[at]) = (column, vector.Values[i]);
            }
        }
    }
}
