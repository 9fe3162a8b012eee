using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using PolicyBot.Benchmarks.Speed;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>Writers who each send a message, and the same message again until it is taken, as Teams does; then the next.</summary>
internal sealed class CountedLoad(string serviceUrl, IReadOnlyList<ServerProcess> replicas, int writers, int conversations) : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 512 }) { Timeout = TimeSpan.FromSeconds(15) };
    private int _last;

    /// <summary>What the bot took with a 200, by its text, and the conversation it stood in.</summary>
    public ConcurrentDictionary<string, string> Taken { get; } = new();

    /// <summary>Every answer and every connection that broke (0), by the second of the run.</summary>
    public ConcurrentDictionary<(int Second, int Status), int> Answers { get; } = new();

    public ConcurrentBag<double> Milliseconds { get; } = [];

    /// <summary>Until told to stop; what was begun is brought to its end.</summary>
    public Task RunAsync(CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        return Task.WhenAll(Enumerable.Range(0, writers).Select(seed => Task.Run(() => WriteAsync(new Random(seed), clock, stop))));
    }

    public void Dispose() => _http.Dispose();

    private async Task WriteAsync(Random random, Stopwatch clock, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var (text, conversation) = ($"m{Interlocked.Increment(ref _last)}", $"a:{random.Next(conversations)}");
            while (!await IsTakenAsync(Body(text, conversation), random, clock))
                await Task.Delay(BetweenTries, CancellationToken.None);

            Taken[text] = conversation;
        }
    }

    private async Task<bool> IsTakenAsync(byte[] body, Random random, Stopwatch clock)
    {
        var begin = Stopwatch.GetTimestamp();
        var status = await replicas[random.Next(replicas.Count)].PostAsync(_http, body);
        Milliseconds.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        Answers.AddOrUpdate(((int)clock.Elapsed.TotalSeconds, status), 1, (_, count) => count + 1);
        return status == (int)HttpStatusCode.OK;
    }

    private byte[] Body(string text, string conversation) => Encoding.UTF8.GetBytes($$"""
        {"type":"message","id":"{{text}}","channelId":"msteams","serviceUrl":"{{serviceUrl}}","from":{"id":"29:{{conversation}}"},
        "recipient":{"id":"28:bot"},"conversation":{"id":"{{conversation}}","conversationType":"personal"},"text":"{{text}}"}
        """);
}
