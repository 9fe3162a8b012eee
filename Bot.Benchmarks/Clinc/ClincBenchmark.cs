using System.Diagnostics;
using PolicyBot.Answers;
using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;

namespace PolicyBot.Benchmarks.Clinc;

/// <summary>
/// The engine's own reading and classifier on public data. The threshold is chosen on the validation lines alone;
/// the test lines are read once, for the report.
/// </summary>
internal static class ClincBenchmark
{
    public static void Run(string file)
    {
        var data = new ClincData(file);
        var training = data.Lines("train", "oos_train");
        var intents = training.Select(line => line.Intent).Distinct().ToList();
        var clock = Stopwatch.StartNew();
        var reader = ReaderFor(training);
        var messages = training.Select(line => Features.WithLettersOf(reader.Read(line.Text))).ToList();
        var space = new FeatureSpace(messages, atLeast: 2);
        var classifier = TopicClassifier.Train([.. messages.Zip(training, (message, line) => (space.Vector(message), intents.IndexOf(line.Intent)))], intents.Count, space, settled: .5f);
        Console.WriteLine($"trained on {training.Count} lines in {clock.Elapsed.TotalSeconds:0.0} s");

        var judge = new ClincJudge(reader, space, classifier, intents);
        var validation = judge.Read(data.Lines("val", "oos_val"));
        var test = judge.Read(data.Lines("test", "oos_test"));
        foreach (var floor in (double[])[.91, .915, .92, .925, .93, .935])
            Report($"threshold from validation, in-scope at least {floor:0.0%}", ClincJudge.HighestThreshold(validation, floor), test);

        Report("threshold from validation, most lines right", ClincJudge.BestThreshold(validation), test);
        Console.WriteLine("""

            Published (Larson et al., EMNLP 2019, full data): in-scope / out-of-scope recall (right of all)
            SVM 91.0 / 14.5 (77.1)   MLP on sentence encodings 93.4 / 49.1 (85.3)   BERT 96.2 / 52.3 (88.2)
            Each of these is one point, at which no in-scope accuracy was spent on a threshold, so only "right of all" compares,
            and that roughly: at 91 % in-scope their recall would be higher too.
            """);
    }

    private static void Report(string how, float threshold, IReadOnlyList<Judged> test)
    {
        var figures = ClincFigures.Of(test, threshold);
        Console.WriteLine($"{how,-58} in-scope {figures.InScope:0.0%}  out-of-scope recall {figures.OutOfScope:0.0%}  "
            + $"right of all {figures.Right:0.0%}");
    }

    private static Reader ReaderFor(IReadOnlyList<(string Text, string Intent)> training)
    {
        var vocabulary = new Vocabulary();
        foreach (var word in training.SelectMany(line => Tokens.Of(line.Text)))
            vocabulary.Add(word);

        return Bookshelf.EverydayReader(vocabulary);
    }
}
