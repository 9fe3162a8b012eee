using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

public sealed class ErrandRoundTests
{
    private static readonly DateTimeOffset Now = ManualClock.Start;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kind_that_nobody_runs_is_left_alone()
    {
        using var desk = await ErrandDesk.OpenAsync(TestDatabase.Sqlite);
        await desk.AskAsync(ErrandDesk.Errand("1"), ErrandDesk.Errand("2", "fax"));

        Assert.Equal(["feed"], await Round(desk, new Runner()).DueAsync(Token));
        Assert.Equal(0, (await desk.Store.FindAsync("2", Token))!.Attempts);
    }

    [Fact]
    public async Task Each_errand_is_run_and_what_became_of_it_is_written_down()
    {
        using var desk = await ErrandDesk.OpenAsync(TestDatabase.Sqlite);
        await desk.AskAsync(ErrandDesk.Errand("1"), ErrandDesk.Errand("2"));
        var runner = new Runner { Answer = (errand, attempt) => errand.Key == "1" ? new ErrandOutcome.Done($"trace {attempt}") : new ErrandOutcome.Refused("404", "No such person.") };

        Assert.Equal(2, await Round(desk, runner).RunAsync("feed", Token));

        Assert.Equal("trace 1", (await desk.Store.FindAsync("1", Token))!.Trace);
        Assert.Equal("No such person.", (await desk.Store.FindAsync("2", Token))!.Sentence);
    }

    [Theory]
    [InlineData(1, 1.6, 2.4)]
    [InlineData(5, 25.6, 38.4)]
    [InlineData(11, 819.2, 1228.8)]
    public void What_is_in_vain_waits_longer_each_time(int attempt, double atLeast, double atMost)
    {
        var again = ErrandRules.Settle(Claimed(attempt), new ErrandOutcome.TryAgain("busy"), Now);

        Assert.InRange((again.At - Now).TotalSeconds, atLeast, atMost);
    }

    [Theory]
    [InlineData(7.5, 7.5)]
    [InlineData(0, 0)]
    [InlineData(7_200, 3_600)]
    public void It_waits_as_long_as_the_service_asks_and_never_over_an_hour(double asked, double waits)
    {
        var again = ErrandRules.Settle(Claimed(9), new ErrandOutcome.TryAgain("busy", TimeSpan.FromSeconds(asked)), Now);

        Assert.Equal(waits, (again.At - Now).TotalSeconds);
    }

    [Theory]
    [InlineData(72, 9, false)]
    [InlineData(73, 9, true)]
    [InlineData(73, 3, false)]
    public void After_three_days_and_a_few_attempts_it_is_given_up_with_a_sentence(int hours, int attempt, bool isGivenUp)
    {
        var settled = ErrandRules.Settle(Claimed(attempt), new ErrandOutcome.TryAgain("It was busy."), Now.AddHours(hours));

        Assert.Equal(isGivenUp, settled.Outcome is ErrandOutcome.Refused { Code: "GaveUp", Sentence: "It was tried for three days and given up: It was busy." });
    }

    [Fact]
    public async Task What_the_outside_world_throws_is_tried_again_and_what_cannot_be_read_is_not()
    {
        using var desk = await ErrandDesk.OpenAsync(TestDatabase.Sqlite);
        await desk.AskAsync([.. ((string[])["http", "io", "late", "unreadable"]).Select(key => ErrandDesk.Errand(key))]);
        var runner = new Runner
        {
            Answer = (errand, _) => throw (errand.Key switch
            {
                "http" => new HttpRequestException("refused"),
                "io" => new IOException("reset"),
                "late" => new TaskCanceledException(),
                _ => new JsonException("no body"),
            }),
        };

        await Round(desk, runner).RunAsync("feed", Token);

        var known = await desk.Store.UnderAsync("", Token);
        Assert.Equal([ErrandState.Open, ErrandState.Open, ErrandState.Open, ErrandState.Refused], known.Select(errand => errand.State));
        Assert.Equal(
            ["The service cannot be reached: refused", "The service cannot be reached: reset", "The service did not answer in time."],
            known.Take(3).Select(errand => errand.Sentence));
    }

    [Fact]
    public async Task An_attempt_ends_long_before_its_lease()
    {
        var clock = new TickingClock(Now);
        using var desk = await ErrandDesk.OpenAsync(TestDatabase.Sqlite);
        await desk.AskAsync(ErrandDesk.Errand("1"));
        var runner = new Runner { Hangs = true };

        var round = new ErrandRound(desk.Store, [runner], clock, NullLogger<ErrandRound>.Instance).RunAsync("feed", Token);
        await clock.RunUntilAsync(round);

        Assert.Equal(Now.AddSeconds(30), clock.GetUtcNow());
        Assert.Equal("The service did not answer in time.", (await desk.Store.FindAsync("1", Token))!.Sentence);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Two_that_work_together_keep_one_pace(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        await desk.AskAsync([.. Enumerable.Range(0, 20).Select(i => ErrandDesk.Errand($"{i}"))]);
        var clocks = new[] { new PlacesClock(), new PlacesClock() };

        await Task.WhenAll(clocks.Select(clock => Task.Run(async () =>
        {
            while (await new ErrandRound(desk.Store, [new Runner()], clock, NullLogger<ErrandRound>.Instance).RunAsync("feed", Token) > 0)
            {
            }
        })));

        var places = clocks.SelectMany(clock => clock.Waits).Append(TimeSpan.Zero).Order().ToList();
        Assert.Equal(20, places.Count);
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalMilliseconds, 200, 210)); // Five a second, and a little less.
        Assert.All(await desk.Store.UnderAsync("", Token), errand => Assert.Equal((ErrandState.Done, 1), (errand.State, errand.Attempts)));
    }

    [Fact]
    public async Task A_service_that_asks_to_wait_is_left_in_peace_by_all_of_the_kind()
    {
        using var desk = await ErrandDesk.OpenAsync(TestDatabase.Sqlite);
        await desk.AskAsync(ErrandDesk.Errand("1"));

        await Round(desk, new Runner { Answer = (_, _) => new ErrandOutcome.TryAgain("busy", TimeSpan.FromSeconds(17)) }).RunAsync("feed", Token);

        var next = await desk.Store.ReserveAsync("feed", TimeSpan.FromSeconds(1), Now, Token);
        Assert.InRange((next - Now).TotalSeconds, 17, 17.3);
    }

    [Fact]
    public async Task What_would_wait_for_longer_than_its_lease_is_given_back_unrun()
    {
        using var desk = await ErrandDesk.OpenAsync(TestDatabase.Sqlite);
        await desk.AskAsync(ErrandDesk.Errand("1"));
        await desk.Store.ReserveAsync("feed", TimeSpan.FromSeconds(61), Now, Token);

        await Round(desk, new Runner { Answer = (_, _) => throw new InvalidOperationException("It was run.") }).RunAsync("feed", Token);

        var known = await desk.Store.FindAsync("1", Token);
        Assert.Equal((ErrandState.Open, Now.AddSeconds(61), null), (known!.State, known.At, known.Sentence));
    }

    [Fact]
    public async Task A_bot_that_starts_runs_what_was_asked_for_and_says_what_is_refused()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        var (asked, runs) = (await BotHost.StartAsync(database: database), new Runner { Answer = (_, _) => new ErrandOutcome.Refused("403", "Grant what is missing.") });
        Assert.True(await asked.Services.GetRequiredService<IRecordStore>().WriteAsync([new Errands([ErrandDesk.Errand("1")])], [], Token));
        await asked.DisposeAsync();

        await using var bot = await BotHost.StartAsync(services => services.AddSingleton<IErrandRunner>(runs), database);
        await Until.SoAsync(async () => (await bot.Services.GetRequiredService<IErrandStore>().UnderAsync("", Token)).All(errand => errand.State is ErrandState.Refused));

        Assert.Equal(["1"], runs.Ran);
        var ready = await bot.Http.GetStringAsync("/health/ready", Token);
        Assert.Contains("""{"name":"errands","status":"Degraded","says":"Grant what is missing."}""", ready, StringComparison.Ordinal);
    }

    private static ErrandRound Round(ErrandDesk desk, IErrandRunner runner) => new(desk.Store, [runner], new PlacesClock(), NullLogger<ErrandRound>.Instance);

    private static ClaimedErrand Claimed(int attempt) => new(1, ErrandDesk.Errand("1"), attempt, Now);

    private sealed class Runner : IErrandRunner
    {
        public ConcurrentQueue<string> Ran { get; } = new();

        public Func<Errand, int, ErrandOutcome> Answer { get; init; } = (_, _) => new ErrandOutcome.Done();

        public bool Hangs { get; init; }

        public string Kind => "feed";

        public double PerSecond => 5;

        public async Task<ErrandOutcome> RunAsync(Errand errand, int attempt, CancellationToken cancellationToken)
        {
            Ran.Enqueue(errand.Key);
            if (Hangs)
                await Task.Delay(Timeout.Infinite, cancellationToken);

            return Answer(errand, attempt);
        }
    }
}
