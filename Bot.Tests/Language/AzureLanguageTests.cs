using System.Text.Json.Nodes;
using Azure.Core;
using PolicyBot.Language.Cloud;

namespace PolicyBot.Tests.Language;

public sealed class AzureLanguageTests : IAsyncLifetime
{
    private const string Text = "pumpkin asked about 😀 the photo";

    private readonly HastyClock _clock = new();
    private LanguageService _service = null!;

    public async ValueTask InitializeAsync() => _service = await LanguageService.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_text_is_asked_about_with_the_key()
    {
        await FindAsync();

        var (target, key, authorization, contentType, body) = Assert.Single(_service.Calls);
        Assert.Equal("POST /language/:analyze-text?api-version=2023-04-01", target);
        Assert.Equal((LanguageService.Key, "", "application/json"), (key, authorization, contentType));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse($$"""
            {
              "kind": "PiiEntityRecognition",
              "parameters": { "modelVersion": "latest", "loggingOptOut": true, "stringIndexType": "Utf16CodeUnit" },
              "analysisInput": { "documents": [ { "id": "1", "language": "en", "text": "{{Text}}" } ] }
            }
            """)), body);
    }

    [Fact]
    public async Task Without_a_key_the_bots_identity_is_shown()
    {
        var credential = new FixedCredential();

        await FindAsync(_service.Client(_clock, credential: credential));

        var call = Assert.Single(_service.Calls);
        Assert.Equal(("Bearer token-1", ""), (call.Authorization, call.Key));
        Assert.Equal(["https://cognitiveservices.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task Offsets_count_as_the_text_does()
    {
        _service.Finds.AddRange([("pumpkin", "Person"), ("photo", "Address")]);

        var found = Assert.IsType<Findings.Found>(await FindAsync());

        Assert.Equal([new Entity("Person", 0, 7), new Entity("Address", Text.IndexOf("photo", StringComparison.Ordinal), 5)], found.Entities);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_when_it_says()
    {
        _service.Answers.Enqueue((429, "{}", "1"));

        Assert.IsType<Findings.Found>(await FindAsync());
        Assert.Equal([TimeSpan.FromSeconds(1)], _clock.Waits);
        Assert.Equal(2, _service.Calls.Count);
    }

    [Theory]
    [InlineData(429, "1", 3)]
    [InlineData(429, null, 3)]
    [InlineData(429, "8", 1)]
    [InlineData(429, "3600", 1)]
    [InlineData(500, null, 3)]
    [InlineData(503, "2", 3)]
    [InlineData(408, null, 3)]
    [InlineData(400, null, 1)]
    [InlineData(401, null, 1)]
    [InlineData(403, null, 1)]
    [InlineData(404, null, 1)]
    [InlineData(302, null, 1)]
    public async Task A_service_that_fails_for_ever_is_given_up(int status, string? retryAfter, int calls)
    {
        _service.Always = (status, """{"error":{"code":"x","message":"pumpkin"}}""", retryAfter);

        Assert.IsType<Findings.Away>(await FindAsync());
        Assert.Equal((calls, calls - 1), (_service.Calls.Count, _clock.Waits.Count));
    }

    public static TheoryData<string> Unreadable =>
    [
        "<html>pumpkin</html>",
        "",
        "null",
        "{}",
        """{"results":{"documents":[],"errors":[]}}""",
        """{"results":{"documents":[{"id":"1"}],"errors":[]}}""",
        """{"results":{"documents":[{"id":"1","entities":[]}],"errors":[{"id":"1","error":{"code":"InvalidDocument"}}]}}""",
        """{"results":{"documents":[{"id":"1","entities":[{"category":"Person"}]}],"errors":[]}}""",
        """{"results":{"documents":[{"id":"1","entities":[{"offset":0,"length":3}]}],"errors":[]}}""",
        LanguageService.Answer(("Person", -1, 3)),
        LanguageService.Answer(("Person", 0, 0)),
        LanguageService.Answer(("Person", 0, -7)),
        LanguageService.Answer(("Person", Text.Length - 2, 3)),
        LanguageService.Answer(("Person", int.MaxValue, int.MaxValue)),
    ];

    [Theory, MemberData(nameof(Unreadable))]
    public async Task An_answer_that_is_not_about_the_text_finds_nothing_out(string body)
    {
        _service.Always = (200, body, null);

        Assert.Equal(new Findings.Away("Azure AI Language sent an answer that cannot be read."), await FindAsync());
        Assert.Single(_service.Calls);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_waited_for_so_long_and_no_longer()
    {
        _service.IsAsleep = true;
        var patience = new Patience(TimeSpan.FromMilliseconds(1_500), TimeSpan.FromSeconds(20), TimeSpan.Zero);

        var away = Assert.IsType<Findings.Away>(await FindAsync(_service.Client(_clock, patience)));

        Assert.Equal("Azure AI Language did not answer in time.", away.Reason);
        Assert.Equal(Patience.Tries, _service.Calls.Count);
    }

    [Fact]
    public async Task The_whole_call_has_an_end_of_its_own()
    {
        _service.IsAsleep = true;
        var patience = new Patience(TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(1_500), TimeSpan.Zero);

        Assert.IsType<Findings.Away>(await FindAsync(_service.Client(_clock, patience)));
        Assert.InRange(_service.Calls.Count, 0, 1); // None where this machine took that long to get there; and never a second try.
    }

    [Fact]
    public async Task Whoever_stops_asking_gets_no_answer()
    {
        _service.IsAsleep = true;
        using var stopping = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _service.Client(_clock).FindAsync(Text, stopping.Token));
    }

    [Fact]
    public async Task A_service_that_is_not_there_cannot_be_reached()
    {
        var client = _service.Client(_clock);
        await _service.DisposeAsync();

        Assert.Equal("Azure AI Language cannot be reached.", Assert.IsType<Findings.Away>(await FindAsync(client)).Reason);
    }

    [Fact]
    public async Task A_text_longer_than_the_service_takes_is_not_sent()
    {
        Assert.IsType<Findings.Away>(await _service.Client(_clock).FindAsync(new string('a', 5_001), TestContext.Current.CancellationToken));
        Assert.Empty(_service.Calls);
    }

    private Task<Findings> FindAsync(AzureLanguage? client = null) =>
        (client ?? _service.Client(_clock)).FindAsync(Text, TestContext.Current.CancellationToken);

    private sealed class FixedCredential : TokenCredential
    {
        public IReadOnlyList<string> Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("token-1", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
