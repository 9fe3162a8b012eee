using System.Net;
using PolicyBot.BotFramework;

namespace PolicyBot.Tests.Channel.Tests;

/// <summary>The bot's own client, without credentials, on a Teams whose clock stands. Retries take no time.</summary>
internal sealed class BotOnTeams(FakeTeams teams, ManualClock clock) : IAsyncDisposable
{
    private readonly HttpClient _http = SelfSigned.TrustingClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public FakeTeams Teams => teams;

    public ManualClock Clock => clock;

    public static async Task<BotOnTeams> StartAsync()
    {
        var clock = new ManualClock(ManualClock.Start);
        return new BotOnTeams(await FakeTeams.StartAsync(clock, TestContext.Current.CancellationToken), clock);
    }

    public string ServiceUrl => Teams.PlainServiceUrl;

    public ConnectorClient Connector { get; } = new(
        SelfSigned.TrustingClient(), new ConnectorTokens(null, TimeProvider.System),
        new ServiceHosts(new BotCredentials()), new RetryRules(new HastyClock()));

    public Task<SendOutcome> SayAsync(string conversationId, string text) => SendAsync(Message(conversationId, text));

    public Task<SendOutcome> SendAsync(Activity activity) => Connector.SendAsync(ServiceUrl, activity, Token);

    public async Task<(SendOutcome Outcome, string? Id)> OpenAsync(string memberId, bool isGroup = false)
    {
        var with = new ConversationParameters { IsGroup = isGroup, Members = [new ChannelAccount { Id = memberId }] };
        var (outcome, created) = await Connector.CreateConversationAsync(ServiceUrl, with, Token);
        return (outcome, created?.Id);
    }

    /// <summary>Asks once, past the retries of the bot's client.</summary>
    public async Task<(HttpStatusCode Status, string? RetryAfter, string Body)> AskAsync(
        HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, $"{ServiceUrl}v3/conversations{path}");
        request.Content = body is null ? null : new StringContent(body);
        using var response = await _http.SendAsync(request, Token);
        var answer = await response.Content.ReadAsStringAsync(Token);
        return (response.StatusCode, response.Headers.RetryAfter?.ToString(), answer);
    }

    public static Activity Message(string conversationId, string text) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        Conversation = new ConversationAccount { Id = conversationId },
    };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Teams.DisposeAsync();
    }
}
