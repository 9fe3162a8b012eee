using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Commands;
using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Storage;
using PolicyBot.Teams.Reviews;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Graph.Service;
using PolicyBot.Tests.Storage;
using PolicyBot.Tests.Turns;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Graph;

/// <summary>The whole bot with the shipped policy, and Graph on the other side of real HTTP: from the first notice until the review is done.</summary>
public sealed class ReviewThroughGraphTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_first_notice_is_there_once_in_each_place_and_gone_when_the_review_is_done(string provider)
    {
        await using var school = await School.OpenAsync(provider);

        await school.WorkAsync();
        await school.WorkAsync();

        var sam = school.Sam;
        Assert.Equal((1, 1, 1, 1), (sam.Feed.Count, sam.Events.Count, sam.Tasks.Count, sam.Mails.Count));
        Assert.Equal("Social Media Policy: The review was due September 2023, 3 years and 1 month ago.", (string?)sam.Events.Values.Single()["subject"]);

        var standing = (await school.Get<ReviewDesk>().FindAsync("social-media", Token))!;
        var done = await school.Get<ReviewSteering>().UnchangedAsync(standing, new ReviewEntry("The head", "23 November 2026", "September 2027"), "Sam", Token);
        await school.WorkAsync();

        Assert.Equal(new DateOnly(2027, 9, 30), done.Next);
        Assert.Empty(sam.Events);
        Assert.Equal("completed", (string?)sam.Tasks.Values.Single()["status"]);
        Assert.Equal("Reviewed on 23 November 2026, without change. To be reviewed again 30 September 2027.",
            ReviewStatus.Of(school.Get<PolicyLibrary>().Policies[0], new DateOnly(2026, 11, 24)));
    }

    [Fact]
    public async Task What_is_refused_the_manager_hears_of_once_while_the_other_ways_go_on()
    {
        await using var school = await School.OpenAsync(TestDatabase.Sqlite);
        school.Graph.Tokens.Granted.Remove("Calendars.ReadWrite");

        await school.WorkAsync();
        await school.WorkAsync();

        Assert.Equal((1, 0, 1, 1), (school.Sam.Feed.Count, school.Sam.Events.Count, school.Sam.Tasks.Count, school.Sam.Mails.Count));
        var told = Assert.Single(await school.PromisedAsync(), message => message.Contains("I could not", StringComparison.Ordinal));
        Assert.Contains("I could not put a review into a calendar.", told, StringComparison.Ordinal);
        Assert.Contains("Grant it Calendars.ReadWrite in Entra", told, StringComparison.Ordinal);
    }

    private sealed class School : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly TestDatabase _database;

        private School(WebApplication app, TestDatabase database, FakeGraph graph) => (_app, _database, Graph) = (app, database, graph);

        public FakeGraph Graph { get; }

        public GraphPerson Sam { get; private init; } = null!;

        public static async Task<School> OpenAsync(string provider)
        {
            var (graph, database, mistakes) = (await FakeGraph.StartAsync(cancellationToken: Token), new TestDatabase(provider), new StartMistakes());
            var sam = graph.Directory.Add(1);
            sam.IsInstalled = true;
            var app = Program.Build(["--environment=Development", "--Logging:LogLevel:Default=None", "--PublicAddress=https://policybot.example.org", .. GraphStage.SettingsFor(graph), .. database.Arguments], mistakes,
                services => services.AddSingleton<TimeProvider>(new PlacesClock()).AddSingleton(SelfSigned.TrustingClient()));
            Assert.Empty(mistakes.InFiles.Concat(mistakes.InSettings));
            await app.Services.GetRequiredService<Databases>().PrepareAsync();
            return new School(app, database, graph) { Sam = sam };
        }

        public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

        public async Task WorkAsync()
        {
            var round = Get<ErrandRound>();
            await RunAsync<ReviewWatch>();
            foreach (var kind in await round.DueAsync(Token))
                while (await round.RunAsync(kind, Token) > 0)
                {
                }

            await RunAsync<Troubles>();
        }

        /// <returns>What is on its way to the manager in the chat.</returns>
        public async Task<IReadOnlyList<string>> PromisedAsync()
        {
            var (outbox, messages, now) = (Get<IOutboxStore>(), new List<string>(), Get<TimeProvider>().GetUtcNow());
            while (await outbox.ClaimAsync(10, now, now.AddMinutes(1), Token) is { Count: > 0 } claimed)
            {
                messages.AddRange(claimed.Select(message => message.Activity));
                await outbox.SettleAsync([.. claimed.Select(message => new Settlement.Delivered(message.Id, Sam.Id))], now, Token);
            }

            return messages;
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            await Graph.DisposeAsync();
            await _database.DisposeAsync();
        }

        private Task RunAsync<TWork>() where TWork : IScheduledWork => _app.Services.GetServices<IScheduledWork>().OfType<TWork>().Single().RunAsync(Token);
    }
}
