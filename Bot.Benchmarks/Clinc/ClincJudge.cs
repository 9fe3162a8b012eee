using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;

namespace PolicyBot.Benchmarks.Clinc;

/// <summary>One line as the classifier saw it: whether its best intent was right, and how sure it was of any.</summary>
internal readonly record struct Judged(bool IsInScope, bool IsRight, float Sureness);

internal sealed class ClincJudge(Reader reader, FeatureSpace space, TopicClassifier classifier, List<string> intents)
{
    private readonly int _none = intents.IndexOf(ClincData.OutOfScope);

    public IReadOnlyList<Judged> Read(IReadOnlyList<(string Text, string Intent)> lines) => [.. lines.Select(Read)];

    public static float HighestThreshold(IReadOnlyList<Judged> lines, double inScopeFloor) =>
        Thresholds(lines).Where(threshold => ClincFigures.Of(lines, threshold).InScope >= inScopeFloor).DefaultIfEmpty(-9).Max();

    public static float BestThreshold(IReadOnlyList<Judged> lines) =>
        Thresholds(lines).MaxBy(threshold => ClincFigures.Of(lines, threshold).Right);

    private static IEnumerable<float> Thresholds(IReadOnlyList<Judged> lines) => lines.Select(line => line.Sureness).Distinct();

    private Judged Read((string Text, string Intent) line)
    {
        var scores = classifier.Score(space.Vector(Features.WithLettersOf(reader.Read(line.Text))));
        var best = Enumerable.Range(0, intents.Count).Where(intent => intent != _none).MaxBy(intent => scores[intent]);
        return new Judged(line.Intent != ClincData.OutOfScope, intents[best] == line.Intent, scores[best] - .5f * scores[_none]);
    }
}
