using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyBot.BotFramework;
using PolicyBot.Commands;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Tests.BotFramework;

/// <summary>The whole bot on a real port, in Production with credentials, its channel beside it.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    public const string AppId = "6b9f2e7a-1111-4222-8333-444455556666";
    public const string TenantId = "0a1b2c3d-aaaa-4bbb-8ccc-ddddeeeeffff";

    private readonly WebApplication _app;

    private BotHost(WebApplication app, FakeTeams channel, ManualClock clock, CapturedLog log)
    {
        (_app, Channel, Clock, Log) = (app, channel, clock, log);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeTeams Channel { get; }

    public ManualClock Clock { get; }

    public CapturedLog Log { get; }

    public HttpClient Http { get; }

    public ChannelKey Key { get; } = ChannelKey.New("key-1", "msteams");

    public ChannelKey Unendorsed { get; } = ChannelKey.New("unendorsed", null!);

    public ChannelKey EndorsedForAnother { get; } = ChannelKey.New("slack", "slack");

    public static async Task<BotHost> StartAsync(Action<IServiceCollection>? change = null)
    {
        var (clock, log, mistakes) = (new ManualClock(ManualClock.Start), new CapturedLog(), new StartMistakes());
        var channel = await FakeTeams.StartAsync(clock, TestContext.Current.CancellationToken);
        var app = Program.Build(Settings(channel), mistakes, services =>
        {
            services.AddSingleton<TimeProvider>(clock).AddSingleton(SelfSigned.TrustingClient());
            services.AddSingleton(new ConnectorTokens(new FixedCredential(), clock));
            services.AddLogging(logging => logging.ClearProviders().AddProvider(log));
            change?.Invoke(services);
        });
        Assert.Empty(mistakes.InFiles.Concat(mistakes.InSettings));
        await app.StartAsync(TestContext.Current.CancellationToken);
        var host = new BotHost(app, channel, clock, log);
        channel.Keys = [host.Key, host.Unendorsed, host.EndorsedForAnother];
        return host;
    }

    public ChannelToken Token => new(Key, Channel.ServiceUrl, AppId, ManualClock.Start);

    public Task<HttpResponseMessage> PostAsync(string body, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

        return Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Posts with a good token.</summary>
    public Task<HttpResponseMessage> PostAsync(string body) => PostAsync(body, $"Bearer {Token.Sign()}");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Channel.DisposeAsync();
    }

    private static string[] Settings(FakeTeams channel) =>
    [
        "--urls=http://127.0.0.1:0", "--environment=Production",
        $"--MicrosoftAppId={AppId}", $"--MicrosoftAppTenantId={TenantId}", "--MicrosoftAppPassword=secret",
        $"--BotOpenIdMetadata={channel.Address}/openid", "--MicrosoftAppAllowedHosts=localhost",
        "--PublicAddress=https://policybot.example.org", "--Manager:Name=Sam",
        "--Safeguarding:Lead:Name=Ann", "--Safeguarding:Lead:Phone=01234 567890",
        "--Safeguarding:Head:Name=Bo", "--Safeguarding:Head:Phone=01234 567891",
        "--Safeguarding:Chair:Name=Cy", "--Safeguarding:Chair:Phone=01234 567892",
        "--Safeguarding:SocialCare:Phone=01234 567893",
    ];

    private sealed class FixedCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("bot-token", ManualClock.Start.AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
