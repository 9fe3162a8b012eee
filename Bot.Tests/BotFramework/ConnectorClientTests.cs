using System.Text.Json;
using Azure.Core;
using PolicyBot.BotFramework;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Tests.BotFramework;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private readonly HastyClock _clock = new();
    private readonly CountingCredential _credential = new();
    private FakeTeams _channel = null!;
    private ConnectorClient _connector = null!;

    public async ValueTask InitializeAsync()
    {
        _channel = await FakeTeams.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _connector = Connector(new BotCredentials { AppId = BotHost.AppId, MoreHosts = ["localhost"] });
    }

    public async ValueTask DisposeAsync() => await _channel.DisposeAsync();

    [Theory]
    [InlineData(200, """{"id":"7"}""", "7")]
    [InlineData(201, """{"id":"7"}""", "7")]
    [InlineData(202, "", null)]
    [InlineData(201, "not json", null)]
    public async Task What_the_channel_takes_is_sent(int status, string body, string? id)
    {
        Answer(status, body);

        Assert.Equal(new SendOutcome.Sent(id), await SendAsync());
    }

    public static TheoryData<int, string, string> Finals => new()
    {
        { 403, """{"error":{"code":"BotNotInConversationRoster","message":"m"}}""", "Gone { Status = 403, Code = BotNotInConversationRoster }" },
        { 403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"x\":1}"}""", "Gone { Status = 403, Code = MessageWritesBlocked }" },
        { 403, "", "Gone { Status = 403, Code =  }" },
        { 404, """{"error":{"code":"ConversationNotFound"}}""", "Gone { Status = 404, Code = ConversationNotFound }" },
        { 413, """{"error":{"code":"MessageSizeTooBig"}}""", "TooLarge { }" },
        { 400, """{"error":{"code":"BadSyntax"}}""", "Refused { Status = 400, Code = BadSyntax }" },
        { 400, "<html>", "Refused { Status = 400, Code =  }" },
        { 500, """{"error":{"code":"ServiceError"}}""", "Refused { Status = 500, Code = ServiceError }" },
        { 302, "", "Refused { Status = 302, Code =  }" },
    };

    [Theory, MemberData(nameof(Finals))]
    public async Task A_final_refusal_is_not_tried_again(int status, string body, string outcome)
    {
        Answer(status, body);

        Assert.Equal(outcome, (await SendAsync()).ToString());
        Assert.Single(_channel.Calls);
        Assert.Empty(_clock.Waits);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_busy_channel_is_tried_three_times(int status)
    {
        Answer(status, "");
        Answer(status, "");
        Assert.IsType<SendOutcome.Sent>(await SendAsync());

        Answer(status, "");
        Answer(status, "");
        Answer(status, "");
        Assert.Equal(new SendOutcome.Busy(status, null), await SendAsync());

        Assert.Equal(6, _channel.Calls.Count);
        Assert.All(_clock.Waits, wait => Assert.InRange(wait.TotalSeconds, 1.6, 4.8));
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("2.128", 2.128)]
    [InlineData("Mon, 23 Nov 2026 09:00:07 GMT", 7)]
    public async Task The_channel_says_how_long_to_wait(string retryAfter, double seconds)
    {
        Answer(429, "", retryAfter);

        Assert.IsType<SendOutcome.Sent>(await SendAsync());
        Assert.Equal([TimeSpan.FromSeconds(seconds)], _clock.Waits);
    }

    [Fact]
    public async Task A_wait_longer_than_a_turn_is_left_to_whoever_asked()
    {
        Answer(429, "", "120");

        Assert.Equal(new SendOutcome.Busy(429, TimeSpan.FromSeconds(120)), await SendAsync());
        Assert.Single(_channel.Calls);
    }

    [Fact]
    public async Task A_token_the_channel_refuses_is_renewed_once()
    {
        Answer(401, "");
        Assert.IsType<SendOutcome.Sent>(await SendAsync());
        Assert.Equal(["Bearer token-1", "Bearer token-2"], _channel.Calls.Select(call => call.Authorization));

        Answer(401, """{"error":{"code":"BotNotRegistered"}}""");
        Answer(401, """{"error":{"code":"BotNotRegistered"}}""");
        Assert.Equal(new SendOutcome.Refused(401, "BotNotRegistered"), await SendAsync());
    }

    [Fact]
    public async Task One_token_serves_all_who_ask_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => SendAsync()));

        Assert.Equal(1, _credential.Asked);
    }

    [Theory]
    [InlineData("https://evil.example.org/")]
    [InlineData("https://botframework.com.evil.example.org/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public async Task A_token_goes_to_no_other_host(string serviceUrl)
    {
        Assert.IsType<SendOutcome.NotAllowed>(await _connector.SendAsync(serviceUrl, Hello, TestContext.Current.CancellationToken));
        Assert.Equal(0, _credential.Asked);
    }

    [Fact]
    public async Task A_lost_answer_is_not_sent_again()
    {
        var address = _channel.ServiceUrl;
        await _channel.DisposeAsync();

        Assert.IsType<SendOutcome.Lost>(await _connector.SendAsync(address, Hello, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ids_are_escaped_and_every_call_has_its_address()
    {
        var token = TestContext.Current.CancellationToken;
        Answer(200, """{"continuationToken":"c/2","members":[{"id":"29:a","name":"Ann"}]}""");
        var (_, page) = await _connector.GetMembersAsync(_channel.ServiceUrl, "19:x@thread;messageid=1", "c/1", token);
        Answer(201, """{"id":"a:9","activityId":null}""");
        var (_, created) = await _connector.CreateConversationAsync(_channel.ServiceUrl, new ConversationParameters { TenantId = "t" }, token);
        Answer(200, """{"id":"29:a"}""");
        var (_, member) = await _connector.GetMemberAsync(_channel.ServiceUrl, "c", "29:a", token);
        await _connector.UpdateAsync(_channel.ServiceUrl, Hello with { Id = "m/1" }, token);
        await _connector.DeleteAsync(_channel.ServiceUrl, "c", "m", token);

        Assert.Equal(("c/2", "Ann", "a:9", "29:a"), (page!.ContinuationToken, page.Members![0].Name, created!.Id, member!.Id));
        Assert.Equal(
            ["GET /teams/v3/conversations/19:x@thread;messageid=1/pagedmembers", "POST /teams/v3/conversations", "GET /teams/v3/conversations/c/members/29:a",
             "PUT /teams/v3/conversations/a:1/activities/m%2F1", "DELETE /teams/v3/conversations/c/activities/m"],
            _channel.Calls.Select(call => $"{call.Method} {call.Path}"));
    }

    private static Activity Hello => new() { Type = "message", Text = "hi", Conversation = new ConversationAccount { Id = "a:1" } };

    private ConnectorClient Connector(BotCredentials credentials) => new(
        SelfSigned.TrustingClient(), new ConnectorTokens(_credential, _clock), new ServiceHosts(credentials), new RetryRules(_clock));

    private Task<SendOutcome> SendAsync() => _connector.SendAsync(_channel.ServiceUrl, Hello, TestContext.Current.CancellationToken);

    private void Answer(int status, string body, string? retryAfter = null) => _channel.Answers.Enqueue((status, body, retryAfter));

    private sealed class CountingCredential : TokenCredential
    {
        private int _asked;

        public int Asked => _asked;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"token-{Interlocked.Increment(ref _asked)}", ManualClock.Start.AddHours(1));

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return GetToken(requestContext, cancellationToken);
        }
    }
}
