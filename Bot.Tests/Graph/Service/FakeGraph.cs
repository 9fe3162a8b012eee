using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Tests.Graph.Service;

/// <summary>
/// Microsoft Graph on real HTTP, with the place where its tokens come from: it knows who may do what, holds bodies against
/// what is documented, keeps Graph's limits where asked to, and misbehaves on request.
/// </summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly GraphServices _services;
    private int _lost;
    private int _answered;

    private FakeGraph(WebApplication app, TimeProvider clock)
    {
        (_app, _clock, Throttle) = (app, clock, new GraphThrottle(clock));
        _services = new GraphServices(Directory, () => Endpoint);
    }

    public string Address => _app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public string Endpoint => $"{Address}/v1.0";

    public GraphDirectory Directory { get; } = new();

    public GraphTokenDesk Tokens { get; } = new();

    public GraphThrottle Throttle { get; }

    public ConcurrentQueue<GraphRequest> Calls { get; } = new();

    /// <summary>Off for a long run, whose calls would fill the memory.</summary>
    public bool KeepsCalls { get; set; } = true;

    /// <summary>Answered next with nothing done, in order; the text is what the call's line has in it, and empty for any.</summary>
    public ConcurrentQueue<(string Calls, GraphAnswer Answer)> Answers { get; } = new();

    /// <summary>So many of the next calls that change something are done and not answered.</summary>
    public int Losing { get; set; }

    public int Lost => _lost;

    /// <summary>How many calls there were.</summary>
    public int Answered => _answered;

    /// <summary>How long each answer takes; by the clock.</summary>
    public TimeSpan Delay { get; set; }

    public static async Task<FakeGraph> StartAsync(TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(SelfSigned.Certificate)));
        var app = builder.Build();
        var graph = new FakeGraph(app, clock ?? TimeProvider.System);
        app.MapPost("/{tenant}/oauth2/v2.0/token", (Delegate)graph.Tokens.AnswerAsync);
        app.Map("/v1.0/{**path}", graph.TakeAsync);
        await app.StartAsync(cancellationToken);
        return graph;
    }

    /// <returns>The calls whose line has this in it.</returns>
    public IReadOnlyList<GraphRequest> CallsOf(string part) => [.. Calls.Where(call => call.Line.Contains(part, StringComparison.Ordinal))];

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        var request = await GraphRequest.ReadAsync(http);
        Interlocked.Increment(ref _answered);
        if (KeepsCalls)
            Calls.Enqueue(request);
        if (Delay > TimeSpan.Zero)
            await Task.Delay(Delay, _clock, http.RequestAborted);

        var (answer, isLost) = AnswerTo(request);
        if (isLost)
            http.Abort();
        else
            await answer.WriteAsync(http);
    }

    private (GraphAnswer Answer, bool IsLost) AnswerTo(GraphRequest request)
    {
        lock (_lock)
        {
            if (Answers.TryPeek(out var next) && request.Line.Contains(next.Calls, StringComparison.Ordinal) && Answers.TryDequeue(out _))
                return (next.Answer, false);
            if (!Tokens.Knows(request.Headers.GetValueOrDefault("Authorization")))
                return (GraphAnswer.Error(401, "InvalidAuthenticationToken"), false);
            if (Throttle.Refusal(request) is { } busy)
                return (busy, false);

            var answer = _services.Answer(request, Tokens.Granted);
            var isLost = Losing > 0 && request.Method is not "GET" && answer.Status is >= 200 and < 300;
            if (isLost)
                (Losing, _lost) = (Losing - 1, _lost + 1);

            return (answer, isLost);
        }
    }
}
