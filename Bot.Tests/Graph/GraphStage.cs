using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyBot.Acknowledgements.People;
using PolicyBot.BotFramework;
using PolicyBot.Commands;
using PolicyBot.Graph;
using PolicyBot.Reviews;
using PolicyBot.Storage;
using PolicyBot.Teams;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Graph.Service;
using PolicyBot.Tests.Storage;
using PolicyBot.Tests.Turns;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Graph;

/// <summary>What the bot has beside Microsoft Graph, and nothing that runs by itself. Waiting takes no time here.</summary>
internal sealed class GraphStage : IAsyncDisposable
{
    public const string Key = "review/social-media/2026-09-30/due/", Thread = "review/social-media/2026-09-30";

    private readonly ServiceProvider _services;
    private readonly TestDatabase _database;

    private GraphStage(ServiceProvider services, TestDatabase database, FakeGraph graph, PlacesClock clock, CapturedLog log) =>
        (_services, _database, Graph, Clock, Log) = (services, database, graph, clock, log);

    public static ReviewNotice Notice { get; } = new(
        "social-media", "Social Media Policy", new DateOnly(2026, 9, 30), Thread, "Social Media Policy: review was due 30 September 2026",
        "It was due on 30 September 2026.", "https://policybot.example.org/policies/social-media", new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public FakeGraph Graph { get; }

    public PlacesClock Clock { get; }

    public CapturedLog Log { get; }

    /// <summary>Whom the errands of a test are for.</summary>
    public GraphPerson Sam { get; private init; } = null!;

    public IServiceProvider Services => _services;

    public IErrandStore Errands => Services.GetRequiredService<IErrandStore>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<GraphStage> OpenAsync(params string[] settings)
    {
        var (graph, database, clock, log, mistakes) =
            (await FakeGraph.StartAsync(cancellationToken: Token), new TestDatabase(TestDatabase.Sqlite), new PlacesClock(), new CapturedLog(), new List<string>());
        var sam = graph.Directory.Add(1);
        sam.IsInstalled = true;
        var services = ServicesFor([.. SettingsFor(graph), .. database.Arguments, .. settings], mistakes)
            .AddSingleton<TimeProvider>(clock).AddSingleton(SelfSigned.TrustingClient())
            .AddLogging(logging => logging.AddProvider(log)).BuildServiceProvider();
        Assert.Empty(mistakes);
        await services.GetRequiredService<Databases>().PrepareAsync();
        return new GraphStage(services, database, graph, clock, log) { Sam = sam };
    }

    /// <summary>Asks for an errand of this kind and has it run.</summary>
    public Task<KnownErrand> RunAsync(string kind, ReviewNotice? notice = null) => RunAsync(kind, JsonSerializer.Serialize(notice ?? Notice, ReviewsJson.Default.ReviewNotice));

    /// <summary>Asks for what undoes or completes what an errand of this kind made.</summary>
    public Task<KnownErrand> FinishAsync(string kind, string earlier) =>
        RunAsync(kind, JsonSerializer.Serialize(new ReviewFinished(Key + earlier, "Social Media Policy"), ReviewsJson.Default.ReviewFinished));

    public async Task<KnownErrand> RunAsync(string kind, string body)
    {
        await AskAsync(kind, body);
        return await RunDueAsync(kind);
    }

    public Task AskAsync(string kind, string body) => WriteAsync(new PolicyBot.Turns.Errands([new Errand(Key + kind, kind, Sam.Id, body, Clock.GetUtcNow())]));

    public async Task<KnownErrand> RunDueAsync(string kind)
    {
        Assert.Equal(1, await Services.GetRequiredService<ErrandRound>().RunAsync(kind, Token));
        return (await Errands.FindAsync(Key + kind, Token))!;
    }

    public Task<bool> WriteAsync(object record) => Services.GetRequiredService<IRecordStore>().WriteAsync([record], [], Token);

    public async Task WorkAsync(string name)
    {
        await Services.GetServices<IScheduledWork>().Single(work => work.Name == name).RunAsync(Token);
        foreach (var kind in await Services.GetRequiredService<ErrandRound>().DueAsync(Token))
            while (await Services.GetRequiredService<ErrandRound>().RunAsync(kind, Token) > 0)
            {
            }
    }

    public async Task<IReadOnlyList<StaffMember>> RosterAsync() => (await Services.GetRequiredService<IRosterBook>().ReadAsync(Token)).People;

    /// <summary>The one call of this kind has exactly this body, in whatever order.</summary>
    public void AssertAsked(string line, string body)
    {
        var asked = Assert.Single(Graph.CallsOf(line)).Body.GetRawText();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(asked)), $"It was {asked}");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Graph.DisposeAsync();
        _database.Dispose();
    }

    /// <summary>The rooms that Graph is among, without the policies, which take their time.</summary>
    private static IServiceCollection ServicesFor(string[] arguments, List<string> mistakes)
    {
        var settings = new ConfigurationBuilder().AddCommandLine(arguments).Build();
        var club = ClubSettings.From(settings, isDevelopment: true).Settings;
        return new ServiceCollection()
            .AddBotFramework(settings, isDevelopment: true, mistakes)
            .AddTurns(settings, mistakes)
            .AddStorage(settings, isDevelopment: true, mistakes)
            .AddReviews(settings, mistakes)
            .AddGraph(settings, isDevelopment: true, mistakes)
            .AddSingleton(club).AddSingleton<IManagerSeat>(club).AddSingleton<TeamMembers>().AddSingleton<RosterCommand>().AddSingleton<GraphCommand>();
    }

    public static string[] SettingsFor(FakeGraph graph) =>
    [
        $"--MicrosoftAppId={BotHost.AppId}", $"--MicrosoftAppTenantId={BotHost.TenantId}", $"--MicrosoftAppPassword={GraphTokenDesk.Secret}",
        $"--Manager:EntraId={GraphPerson.IdOf(1)}", "--Graph:Enabled=true", $"--Graph:Endpoint={graph.Endpoint}", $"--Graph:Authority={graph.Address}",
        $"--Graph:TeamsAppId={GraphDirectory.ManifestId}", "--Graph:MailFrom=p1@school.example", "--Reviews:Channels=feed calendar todo mail",
    ];
}
