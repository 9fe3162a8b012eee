using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyBot.Commands;

namespace PolicyBot.Benchmarks.Fuzz;

/// <summary>Throws generated activities at the whole bot on a real port, and fails on a 5xx but 501, or on growing memory.</summary>
internal static class FuzzRun
{
    private const int Parts = 10, AtOnce = 16;
    private const long MayGrow = 24 << 20;

    public static async Task<int> RunAsync(int count, int seed)
    {
        await using var app = Program.Build(["--environment=Development", "--urls=http://127.0.0.1:0", "--Limits:PerAddress=0"], new StartMistakes(),
            services => services.AddLogging(logging => logging.ClearProviders()));
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var statuses = new SortedDictionary<int, int>();
        var memory = new List<long>();
        for (var part = 0; part < Parts; part++)
        {
            await ThrowAsync(http, new ActivityFuzzer(seed + part), count / Parts, statuses);
            memory.Add(Heap());
            Console.WriteLine($"{(part + 1) * (count / Parts),9:N0} activities, heap {memory[^1] / 1048576.0:0.0} MB, process {Environment.WorkingSet / 1048576} MB");
        }

        Console.WriteLine($"seed {seed}: {string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value:N0}"))}");
        return Verdict(statuses, memory);
    }

    private static int Verdict(SortedDictionary<int, int> statuses, List<long> memory)
    {
        var failed = statuses.Where(pair => pair.Key >= 500 && pair.Key != 501).Sum(pair => pair.Value);
        var grown = memory[^1] - memory[Parts / 2];
        Console.WriteLine($"server errors: {failed}; heap grown in the second half: {grown / 1048576.0:0.0} MB");
        return failed == 0 && grown < MayGrow ? 0 : 1;
    }

    private static async Task ThrowAsync(HttpClient http, ActivityFuzzer fuzzer, int count, SortedDictionary<int, int> statuses)
    {
        foreach (var batch in Enumerable.Range(0, count).Select(_ => fuzzer.Next()).Chunk(AtOnce))
            foreach (var status in await Task.WhenAll(batch.Select(body => PostAsync(http, body))))
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
    }

    private static async Task<int> PostAsync(HttpClient http, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await http.PostAsync("/api/messages", content);
        return (int)response.StatusCode;
    }

    private static long Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
