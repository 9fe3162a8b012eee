using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyBot.BotFramework;
using PolicyBot.Commands;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.BotFramework;

/// <summary>The whole bot on a real port, in Production with credentials, its channel beside it.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    public const string AppId = "6b9f2e7a-1111-4222-8333-444455556666";
    public const string TenantId = "0a1b2c3d-aaaa-4bbb-8ccc-ddddeeeeffff";
    public const string ManagerId = "99999999-8888-4777-8666-555555555555";

    private readonly WebApplication _app;
    private readonly List<IAsyncDisposable> _own = [];

    private BotHost(WebApplication app, FakeTeams channel, TimeProvider clock, CapturedLog log)
    {
        (_app, Channel, Time, Log) = (app, channel, clock, log);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeTeams Channel { get; }

    public TimeProvider Time { get; }

    public ManualClock Clock => (ManualClock)Time;

    public CapturedLog Log { get; }

    public HttpClient Http { get; }

    public ChannelKey Key { get; private init; } = ChannelKey.New("key-1", "msteams");

    public ChannelKey Unendorsed { get; } = ChannelKey.New("unendorsed", null!);

    public ChannelKey EndorsedForAnother { get; } = ChannelKey.New("slack", "slack");

    public IServiceProvider Services => _app.Services;

    /// <param name="database">Of several replicas; without one the bot gets its own.</param>
    /// <param name="more">Settings beside those of a school that has set everything.</param>
    /// <param name="beside">Another replica: the same channel and the same clock.</param>
    public static async Task<BotHost> StartAsync(
        Action<IServiceCollection>? change = null, TestDatabase? database = null, BotHost? beside = null, TimeProvider? clock = null, string[]? more = null)
    {
        var (log, mistakes) = (new CapturedLog(), new StartMistakes());
        var time = beside?.Time ?? clock ?? new ManualClock(ManualClock.Start);
        var channel = beside?.Channel ?? await FakeTeams.StartAsync(time, TestContext.Current.CancellationToken);
        var own = database ?? new TestDatabase(TestDatabase.Sqlite);
        var app = Program.Build([.. Settings(channel), .. own.Arguments, .. more ?? []], mistakes, services =>
        {
            services.AddSingleton(time).AddSingleton(SelfSigned.TrustingClient());
            services.AddSingleton(new ConnectorTokens(new FixedCredential(), time));
            services.AddLogging(logging => logging.ClearProviders().AddProvider(log));
            change?.Invoke(services);
        });
        Assert.Empty(mistakes.InFiles.Concat(mistakes.InSettings));
        await app.StartAsync(TestContext.Current.CancellationToken);
        if (beside is not null)
            return new BotHost(app, channel, time, log) { Key = beside.Key };

        var host = new BotHost(app, channel, time, log);
        host._own.Add(channel);
        if (database is null)
            host._own.Add(own);
        channel.Keys = [host.Key, host.Unendorsed, host.EndorsedForAnother];
        return host;
    }

    public ChannelToken Token => new(Key, Channel.ServiceUrl, AppId, Time.GetUtcNow());

    public Task<HttpResponseMessage> PostAsync(string body, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

        return Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Posts with a good token.</summary>
    public Task<HttpResponseMessage> PostAsync(string body) => PostAsync(body, $"Bearer {Token.Sign()}");

    /// <summary>As the person who runs it stops it: what is being done is finished first.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        foreach (var own in _own)
            await own.DisposeAsync();
    }

    private static string[] Settings(FakeTeams channel) =>
    [
        "--urls=http://127.0.0.1:0", "--environment=Production",
        $"--MicrosoftAppId={AppId}", $"--MicrosoftAppTenantId={TenantId}", "--MicrosoftAppPassword=secret",
        $"--BotOpenIdMetadata={channel.Address}/openid", "--MicrosoftAppAllowedHosts=localhost",
        "--Outbox:PerSecond=0", "--Limits:PerConversation=0", "--Limits:PerAddress=0", "--PublicAddress=https://policybot.example.org", "--Manager:Name=Sam",
        $"--Manager:EntraId={ManagerId}",
        "--Safeguarding:Lead:Name=Ann", "--Safeguarding:Lead:Phone=01234 567890",
        "--Safeguarding:Head:Name=Bo", "--Safeguarding:Head:Phone=01234 567891",
        "--Safeguarding:Chair:Name=Cy", "--Safeguarding:Chair:Phone=01234 567892",
        "--Safeguarding:SocialCare:Phone=01234 567893", "--Safeguarding:Lado:Phone=01234 567894",
    ];

    private sealed class FixedCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("bot-token", ManualClock.Start.AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
