using System.Diagnostics;
using System.Text.Json;
using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>What more policies cost: the shipped one with all that is written beside it, and others with only their text.</summary>
internal static class Growth
{
    private const int Warmup = 200;

    public static void Run(string file, int others)
    {
        var questions = File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!).ToList();
        var shelf = Directory.CreateTempSubdirectory("growth");
        var shipped = Path.Combine(AppContext.BaseDirectory, "Policies", "Library", "social-media");
        var policies = new List<Policy>(PolicyLibrary.Load(shipped).Library.Policies);
        policies.AddRange(PolicyLibrary.Load(WriteOthers(shelf.FullName, Path.Combine(shipped, PolicyFile.Name), others)).Library.Policies);
        var kept = Path.Combine(shelf.FullName, "learnt.bin");
        var clock = Stopwatch.StartNew();
        Bookshelf.Build(policies, kept);
        Console.Write($"{policies.Count,5} policies: learnt in {clock.ElapsedMilliseconds:N0} ms, ");
        clock.Restart();
        var engine = Bookshelf.Build(policies, kept).Engine;
        Console.Write($"ready again in {clock.ElapsedMilliseconds:N0} ms, ");
        for (var i = 0; i < Warmup; i++)
            questions.ForEach(question => engine.Ask(question));

        var times = questions.ConvertAll(question =>
        {
            var start = Stopwatch.GetTimestamp();
            engine.Ask(question);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        });
        times.Sort();
        Console.WriteLine($"p50 {times[times.Count / 2]:N0} us, p99 {times[(int)(times.Count * .99)]:N0} us, heap {GC.GetTotalMemory(true) / 1048576:N0} MB");
        shelf.Delete(true);
    }

    private static string WriteOthers(string folder, string policy, int count)
    {
        var text = File.ReadAllText(policy);
        for (var i = 0; i < count; i++)
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, $"other-{i}"));
            File.WriteAllText(Path.Combine(own.FullName, PolicyFile.Name),
                text.Replace("source: original.txt\n", "", StringComparison.Ordinal).Replace("id: social-media", $"id: other-{i}", StringComparison.Ordinal).Replace("social media", $"matter {i}", StringComparison.OrdinalIgnoreCase));
        }

        return folder;
    }
}
