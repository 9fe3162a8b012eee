using System.Diagnostics;
using System.Text.Json;
using PolicyBot.Answers;
using PolicyBot.Answers.Learning;
using PolicyBot.Policies;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>How long one answer takes in process, what it allocates, and how long until the engine is ready.</summary>
internal static class AnswerSpeed
{
    private const int Warmup = 600, Rounds = 200;

    public static void Run(string file)
    {
        var questions = File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!).ToList();
        var ready = Stopwatch.StartNew();
        var library = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library;
        var engine = Bookshelf.Build(library.Policies, KeptLearning.Beside).Engine;
        Console.WriteLine($"engine ready in {ready.ElapsedMilliseconds} ms, with {library.Policies.Count} policy");
        Console.WriteLine($"first answer {Time(engine, questions[0]):0} us");

        for (var i = 0; i < Warmup; i++)
            questions.ForEach(question => engine.Ask(question));

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var times = Enumerable.Range(0, Rounds).SelectMany(_ => questions.Select(question => Time(engine, question))).Order().ToList();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Console.WriteLine($"{times.Count:N0} answers: p50 {At(times, .5):0.0} us, p99 {At(times, .99):0.0} us, "
            + $"{allocated / times.Count / 1024.0:0.0} KB each");
    }

    private static double At(List<double> sorted, double part) => sorted[(int)(part * (sorted.Count - 1))];

    private static double Time(AnswerEngine engine, string question)
    {
        var start = Stopwatch.GetTimestamp();
        engine.Ask(question);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
