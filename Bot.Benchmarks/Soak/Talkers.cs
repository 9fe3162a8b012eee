using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.Answers;
using PolicyBot.Benchmarks.Speed;
using PolicyBot.Policies;

namespace PolicyBot.Benchmarks.Soak;

/// <summary>
/// Staff and a manager who write to either replica at a steady pace. What one does not take goes to the other, as by a load
/// balancer; what neither takes has failed.
/// </summary>
internal sealed class Talkers(string serviceUrl, IReadOnlyList<ServerProcess> replicas, int perSecond) : IDisposable
{
    public const string Manager = "99999999-8888-4777-8666-555555555555";

    private const int Writers = 16, People = 200;

    private static readonly string[]
        Walk = ["4", "yes", "no", "not sure", "2", "back", "a parent messaged me about her child", "1"],
        Looks = ["who is missing", "reviews", "questions", "what have I signed", "help"];

    private readonly string[] _questions = [.. Bookshelf.Read(PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library.Policies).AllExamples];
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { Timeout = TimeSpan.FromSeconds(15) };
    private int _count, _failed, _elsewhere;

    public int Count => _count;

    public int Failed => _failed;

    /// <summary>How often one replica did not take it, and the other did.</summary>
    public int Elsewhere => _elsewhere;

    public ConcurrentBag<double> Milliseconds { get; } = [];

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => TalkAsync(new Random(writer), stop), CancellationToken.None)));

    public void Dispose() => _http.Dispose();

    /// <param name="pressed">The data of the button that was pressed, where none has typed.</param>
    public static byte[] Body(string serviceUrl, string conversation, string person, string? text, JsonObject? pressed = null) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = "message",
        ["id"] = $"{Guid.NewGuid()}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["deliveryMode"] = "expectReplies",
        ["from"] = new JsonObject { ["id"] = $"29:{person}", ["aadObjectId"] = person, ["name"] = "Alex" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = $"a:{conversation}", ["conversationType"] = "personal" },
        ["text"] = text,
        ["value"] = pressed,
    }.ToJsonString());

    private async Task TalkAsync(Random random, CancellationToken stop)
    {
        var (pause, clock) = (TimeSpan.FromSeconds((double)Writers / perSecond), Stopwatch.StartNew());
        for (var turn = 1; !stop.IsCancellationRequested; turn++)
        {
            await SayAsync(random);
            if (pause * turn - clock.Elapsed is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, CancellationToken.None);
        }
    }

    private async Task SayAsync(Random random)
    {
        var (kind, person) = (random.Next(10), $"soak-{random.Next(People)}");
        var body = kind switch
        {
            < 6 => Body(serviceUrl, person, person, _questions[random.Next(_questions.Length)]),
            < 9 => Body(serviceUrl, person, person, Walk[random.Next(Walk.Length)]),
            _ => Body(serviceUrl, "manager", Manager, Looks[random.Next(Looks.Length)]),
        };
        var (first, begin) = (random.Next(replicas.Count), Stopwatch.GetTimestamp());
        if (!await IsTakenAsync(replicas[first], body))
        {
            if (await IsTakenAsync(replicas[1 - first], body))
                Interlocked.Increment(ref _elsewhere);
            else
                Interlocked.Increment(ref _failed);
        }

        Interlocked.Increment(ref _count);
        Milliseconds.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
    }

    private async Task<bool> IsTakenAsync(ServerProcess replica, byte[] body) => await replica.PostAsync(_http, body) is >= 200 and < 300;
}
