using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.People;
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

        var done = await school.Get<ReviewSteering>().UnchangedAsync(await school.StandingAsync(), new ReviewEntry("The head", "23 November 2026", "September 2027"), "Sam", Token);
        await school.WorkAsync();

        Assert.Equal(new DateOnly(2027, 9, 30), done.Next);
        Assert.Empty(sam.Events);
        Assert.Equal("completed", (string?)sam.Tasks.Values.Single()["status"]);
        Assert.Equal("Reviewed on 23 November 2026, without change. To be reviewed again 30 September 2027.",
            ReviewStatus.Of(school.Get<PolicyLibrary>().Policies[0], new DateOnly(2026, 11, 24)));
    }

    [Fact]
    public async Task Out_of_school_time_nobody_is_prompted_and_then_once()
    {
        await using var school = await School.OpenAsync(TestDatabase.Sqlite);
        foreach (var hours in (int[])[-2, 12, 107, 48]) // Monday at seven and at nineteen, Saturday at six, Monday at six.
        {
            school.Clock.Advance(TimeSpan.FromHours(hours));
            await school.WorkAsync();
        }

        Assert.Empty(school.Sam.Feed);
        Assert.Empty(await school.PromisedAsync());

        school.Clock.Advance(TimeSpan.FromHours(3));
        await school.WorkAsync();
        Assert.Single(school.Sam.Feed);
        Assert.Single(await school.PromisedAsync());
    }

    [Fact]
    public async Task What_is_given_away_and_taken_back_stands_in_the_calendar_of_whoever_has_it()
    {
        await using var school = await School.OpenAsync(TestDatabase.Sqlite);
        await school.WorkAsync();

        await school.GiveAsync("Person 2");
        Assert.Equal((0, 1), (school.Sam.Events.Count, school.Other.Events.Count));

        await school.GiveAsync("me");
        Assert.Equal((1, 0), (school.Sam.Events.Count, school.Other.Events.Count));
    }

    [Fact]
    public async Task What_was_not_brought_yet_when_a_review_is_done_is_not_brought_any_more()
    {
        await using var school = await School.OpenAsync(TestDatabase.Sqlite);
        await school.RunAsync<ReviewWatch>();
        await school.Get<ReviewSteering>().UnchangedAsync(await school.StandingAsync(), new ReviewEntry("The head", "23 November 2026", "September 2027"), "Sam", Token);

        await school.WorkAsync();

        Assert.Equal((0, 0, 0, 0), (school.Sam.Feed.Count, school.Sam.Events.Count, school.Sam.Tasks.Count, school.Sam.Mails.Count));
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

        public GraphPerson Other { get; private init; } = null!;

        public PlacesClock Clock => (PlacesClock)Get<TimeProvider>();

        public static async Task<School> OpenAsync(string provider)
        {
            var (graph, database, mistakes) = (await FakeGraph.StartAsync(cancellationToken: Token), new TestDatabase(provider), new StartMistakes());
            var sam = graph.Directory.Add(1);
            var other = graph.Directory.Add(2);
            sam.IsInstalled = other.IsInstalled = true;
            var app = Program.Build(["--environment=Development", "--Logging:LogLevel:Default=None", "--PublicAddress=https://policybot.example.org", .. GraphStage.SettingsFor(graph), .. database.Arguments], mistakes,
                services => services.AddSingleton<TimeProvider>(new PlacesClock()).AddSingleton(SelfSigned.TrustingClient()));
            Assert.Empty(mistakes.InFiles.Concat(mistakes.InSettings));
            await app.Services.GetRequiredService<Databases>().PrepareAsync();
            return new School(app, database, graph) { Sam = sam, Other = other };
        }

        public Task RunAsync<TWork>() where TWork : IScheduledWork => _app.Services.GetServices<IScheduledWork>().OfType<TWork>().Single().RunAsync(Token);

        public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

        public async Task<ReviewStanding> StandingAsync() => (await Get<ReviewDesk>().FindAsync("social-media", Token))!;

        public async Task GiveAsync(string to)
        {
            var member = new StaffMember(PersonId.Parse(Other.Id), Other.Name, PersonKind.Staff);
            await Get<IRosterBook>().BringInAsync(new PolicyBot.Acknowledgements.People.Roster([member]), Clock.GetUtcNow(), Token);
            Assert.True((await Get<ReviewSteering>().GiveAsync(await StandingAsync(), to, "Sam", Token)).IsKept);
            await WorkAsync();
        }

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
    }
}
