namespace PolicyBot.Benchmarks.Clinc;

internal sealed record ClincFigures(double InScope, double OutOfScope, double Right)
{
    public static ClincFigures Of(IReadOnlyList<Judged> lines, float threshold)
    {
        var inScope = lines.Count(line => line.IsInScope);
        var right = lines.Count(line => line.IsInScope && line.IsRight && line.Sureness >= threshold);
        var refused = lines.Count(line => !line.IsInScope && line.Sureness < threshold);
        return new ClincFigures((double)right / inScope, (double)refused / (lines.Count - inScope), (double)(right + refused) / lines.Count);
    }
}
