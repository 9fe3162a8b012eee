using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Tests.BotFramework;

/// <summary>
/// The channel's side of the wire on real HTTPS: where it publishes its signing keys, and the connector that takes
/// replies. It misbehaves on request.
/// </summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeChannel(WebApplication app) => _app = app;

    public ConcurrentQueue<ReceivedCall> Calls { get; } = new();

    /// <summary>What the connector answers, in order; after that it takes everything.</summary>
    public ConcurrentQueue<(int Status, string Body, string? RetryAfter)> Answers { get; } = new();

    public IReadOnlyList<ChannelKey> Keys { get; set; } = [];

    public bool IsDown { get; set; }

    public int KeyRequests => _keyRequests;

    public string Address => _app.Urls.First().Replace("127.0.0.1", "localhost");

    public string ServiceUrl => $"{Address}/teams/";

    private int _keyRequests;

    public static async Task<FakeChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(SelfSigned.Certificate)));
        var app = builder.Build();
        var channel = new FakeChannel(app);
        app.MapGet("/openid", () => channel.IsDown ? Results.StatusCode(503) : Results.Text($$"""{"jwks_uri":"{{channel.Address}}/keys"}""", "application/json"));
        app.MapGet("/keys", channel.PublishKeys);
        app.Map("/teams/{**path}", channel.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return channel;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult PublishKeys()
    {
        Interlocked.Increment(ref _keyRequests);
        return Results.Text($$"""{"keys":[{{string.Join(',', Keys.Select(key => key.ToJson()))}}]}""", "application/json");
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        Calls.Enqueue(new ReceivedCall(http.Request.Method, http.Request.Path.Value!, await reader.ReadToEndAsync(http.RequestAborted),
            http.Request.Headers.Authorization.ToString()));
        var (status, body, retryAfter) = Answers.TryDequeue(out var answer) ? answer : (201, """{"id":"sent-1"}""", null);
        http.Response.StatusCode = status;
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;

        await http.Response.WriteAsync(body, http.RequestAborted);
    }
}

internal sealed record ReceivedCall(string Method, string Path, string Body, string Authorization);
