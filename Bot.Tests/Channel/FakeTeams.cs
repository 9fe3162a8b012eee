using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Tests.Channel;

/// <summary>
/// Teams' side of the wire on real HTTP: where the channel publishes its signing keys, and the connector that takes
/// what the bot sends, with Teams' limits and refusals. It misbehaves on request.
/// </summary>
internal sealed class FakeTeams : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly Connector _connector;
    private int _keyRequests;
    private int _lostAnswers;
    private volatile Dice _dice = new(Misbehaviour.None);

    private FakeTeams(WebApplication app, TimeProvider clock)
    {
        (_app, _clock, Traffic, Delivered) = (app, clock, new Traffic(clock), new Deliveries(Roster, clock));
        _connector = new Connector(Roster, Traffic, Delivered);
    }

    public string Address => Listening("https").Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public string ServiceUrl => $"{Address}/teams/";

    /// <summary>For a bot without credentials, which speaks to its own machine only.</summary>
    public string PlainServiceUrl => $"{Listening("http")}/teams/";

    public Roster Roster { get; } = new();

    public Traffic Traffic { get; }

    public Deliveries Delivered { get; }

    public TeamsLimits Limits { get; set; } = TeamsLimits.None;

    public Misbehaviour Misbehaviour { set => _dice = new Dice(value); }

    /// <summary>How many requests were done and then not answered.</summary>
    public int LostAnswers => _lostAnswers;

    public ConcurrentQueue<ReceivedCall> Calls { get; } = new();

    /// <summary>Off for a long run, whose messages would fill the memory.</summary>
    public bool KeepsCalls
    {
        get => Delivered.KeepsActivities;
        set => Delivered.KeepsActivities = value;
    }

    /// <summary>What is answered next, in order, with nothing done; after that the connector answers.</summary>
    public ConcurrentQueue<(int Status, string Body, string? RetryAfter)> Answers { get; } = new();

    public IReadOnlyList<ChannelKey> Keys { get; set; } = [];

    /// <summary>Whether the signing keys cannot be had.</summary>
    public bool IsDown { get; set; }

    public int KeyRequests => _keyRequests;

    /// <param name="clock">What the limits and the delays go by.</param>
    public static async Task<FakeTeams> StartAsync(
        TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(SelfSigned.Certificate));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        var teams = new FakeTeams(app, clock ?? TimeProvider.System);
        app.MapGet("/openid", teams.PublishMetadata);
        app.MapGet("/keys", teams.PublishKeys);
        app.Map("/teams/{**path}", teams.TakeAsync);
        await app.StartAsync(cancellationToken);
        return teams;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private string Listening(string scheme) =>
        _app.Urls.First(url => url.StartsWith($"{scheme}:", StringComparison.Ordinal));

    private IResult PublishMetadata() =>
        IsDown ? Results.StatusCode(503) : Results.Text($$"""{"jwks_uri":"{{Address}}/keys"}""", "application/json");

    private IResult PublishKeys()
    {
        Interlocked.Increment(ref _keyRequests);
        var keys = string.Join(',', Keys.Select(key => key.ToJson()));
        return Results.Text($$"""{"keys":[{{keys}}]}""", "application/json");
    }

    private async Task TakeAsync(HttpContext http)
    {
        var body = await ConnectorRequest.BodyAsync(http);
        if (KeepsCalls)
            Calls.Enqueue(ReceivedCall.Of(http.Request, body));
        if (Answers.TryDequeue(out var scripted))
        {
            await new ConnectorAnswer(scripted.Status, scripted.Body, scripted.RetryAfter).WriteAsync(http);
            return;
        }

        var mishap = _dice.Throw();
        var answer = ConnectorRequest.Parse(http, body) is { } request
            ? _connector.Answer(request, Limits, mishap.BusyStatus)
            : new ConnectorAnswer(404, "");
        await AnswerAsync(http, answer, mishap);
    }

    private async Task AnswerAsync(HttpContext http, ConnectorAnswer answer, Mishap mishap)
    {
        if (mishap.Delay > TimeSpan.Zero)
            await Task.Delay(mishap.Delay, _clock, http.RequestAborted);
        if (mishap.IsLost && answer.Status is 200 or 201 or 202)
        {
            Interlocked.Increment(ref _lostAnswers);
            http.Abort();
            return;
        }

        await answer.WriteAsync(http);
    }
}
