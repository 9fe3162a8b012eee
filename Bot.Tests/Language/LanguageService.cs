using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PolicyBot.Language;
using PolicyBot.Language.Cloud;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Tests.Language;

/// <summary>Azure AI Language on this machine: it finds the words it is told to, and misbehaves on request.</summary>
internal sealed class LanguageService : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication _app;

    private LanguageService(WebApplication app) => _app = app;

    public ConcurrentQueue<LanguageCall> Calls { get; } = new();

    /// <summary>What is answered next, in order; after that the service finds.</summary>
    public ConcurrentQueue<(int Status, string Body, string? RetryAfter)> Answers { get; } = new();

    /// <summary>What is answered whenever nothing is queued; null where the service finds.</summary>
    public (int Status, string Body, string? RetryAfter)? Always { get; set; }

    public List<(string Word, string Category)> Finds { get; } = [];

    /// <summary>Whether it takes the call and never answers.</summary>
    public bool IsAsleep { get; set; }

    public Uri Address => new(_app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public static async Task<LanguageService> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(SelfSigned.Certificate)));
        var app = builder.Build();
        var service = new LanguageService(app);
        app.Map("/{**path}", service.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return service;
    }

    public AzureLanguage Client(TimeProvider clock, Patience? patience = null, TokenCredential? credential = null)
    {
        var settings = new LanguageSettings { Endpoint = Address, Key = credential is null ? Key : null };
        var transport = new HttpClientTransport(SelfSigned.TrustingClient());
        return new AzureLanguage(AzurePipeline.Build(settings, patience ?? Patience.Usual, transport, credential), Address, patience ?? Patience.Usual, clock);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public static string Answer(params (string Category, int Offset, int Length)[] entities)
    {
        var found = entities.Select(entity => $$"""{"text":"x","category":"{{entity.Category}}","offset":{{entity.Offset}},"length":{{entity.Length}},"confidenceScore":0.9}""");
        return $$$"""{"kind":"PiiEntityRecognitionResults","results":{"documents":[{"redactedText":"*","id":"1","entities":[{{{string.Join(',', found)}}}],"warnings":[]}],"errors":[],"modelVersion":"2023-09-01"}}""";
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        Calls.Enqueue(LanguageCall.Of(http.Request, body));
        if (IsAsleep)
            await Task.Delay(Timeout.Infinite, http.RequestAborted);

        var (status, answer, retryAfter) = Answers.TryDequeue(out var queued) ? queued : Always ?? (200, Find(body), null);
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = retryAfter;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer, http.RequestAborted);
    }

    private string Find(string body)
    {
        var text = JsonNode.Parse(body)!["analysisInput"]!["documents"]![0]!["text"]!.GetValue<string>();
        return Answer([.. Finds.Select(find => (find.Category, Offset: text.IndexOf(find.Word, StringComparison.Ordinal), find.Word.Length)).Where(entity => entity.Offset >= 0)]);
    }
}

internal sealed record LanguageCall(string Target, string Key, string Authorization, string? ContentType, string Body)
{
    public static LanguageCall Of(HttpRequest request, string body) => new(
        $"{request.Method} {request.Path}{request.QueryString}", request.Headers["Ocp-Apim-Subscription-Key"].ToString(),
        request.Headers.Authorization.ToString(), request.ContentType, body);
}
