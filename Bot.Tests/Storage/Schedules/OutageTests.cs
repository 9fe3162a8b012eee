using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage.Schedules;

public sealed class OutageTests
{
    private const string EveryFiveSeconds = "0/5 * * * * ?", AtTenPastThree = "0 10 3 * * ?";

    private static readonly DateTimeOffset Midnight = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Work_begins_when_the_database_is_there_and_goes_on_when_it_is_back()
    {
        using var server = TemporaryPostgres.Start(SharedPostgres.Programs());
        using var database = new TestDatabase(TestDatabase.Postgres, server);
        server.Stop();
        var clock = new TickingClock(Midnight);
        var diary = new Diary("diary", EveryFiveSeconds, clock);
        await using var replica = new Replica(database.Settings, clock, diary);
        await replica.BeginAsync();

        await clock.UntilTimerIsSetAsync(); // The first try has failed.
        Assert.Contains(replica.Log.Lines, line => line.StartsWith("Scheduled work waits for", StringComparison.Ordinal));
        server.Start();
        await clock.RunUntilAsync(replica.StartedAsync());
        await clock.RunUntilAsync(diary.NextAsync());

        server.Stop();
        await clock.RunUntilAsync(replica.Log.UntilAsync("Npgsql."));
        server.Start();
        while (diary.Unread > 0)
            await diary.NextAsync();
        await clock.RunUntilAsync(diary.NextAsync());
    }

    [Fact]
    public async Task A_replica_with_an_older_program_leaves_alone_what_it_does_not_know()
    {
        using var database = new TestDatabase(TestDatabase.Postgres);
        var clock = new TickingClock(Midnight);
        var (known, added) = (new Diary("known", AtTenPastThree, clock), new Diary("added", AtTenPastThree, clock));
        await using var older = await Replica.StartAsync(database.Settings, clock, known);
        await using (await Replica.StartAsync(database.Settings, clock, known, added))
            Assert.Equal(0, added.Unread);

        clock.AdvanceTo(Midnight.AddHours(3).AddMinutes(10));
        await known.NextAsync();
        clock.AdvanceTo(Midnight.AddHours(4));
        await using (await Replica.StartAsync(database.Settings, clock, known, added))
            Assert.Equal(Midnight.AddHours(4), await added.NextAsync());
    }

    [Fact]
    public async Task Work_that_was_cut_off_is_done_again()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        var clock = new TickingClock(Midnight);
        var (begun, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var endless = new Work("diary", AtTenPastThree, () =>
        {
            begun.SetResult();
            return finish.Task;
        });
        await using var killed = await Replica.StartAsync(database.Settings, clock, endless);
        clock.AdvanceTo(Midnight.AddHours(3).AddMinutes(10));
        await begun.Task;

        // For the next process on this file the first is dead: it finds work that was begun and not finished.
        var diary = new Diary("diary", AtTenPastThree, clock);
        await using (await Replica.StartAsync(database.Settings, clock, diary))
            await diary.NextAsync();

        finish.SetResult();
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Stopping_waits_for_work_that_is_being_done(string provider)
    {
        using var database = new TestDatabase(provider);
        var clock = new TickingClock(Midnight);
        var (begun, finish, done) = (new TaskCompletionSource(), new TaskCompletionSource(), false);
        var slow = new Work("diary", AtTenPastThree, async () =>
        {
            begun.SetResult();
            await finish.Task;
            done = true;
        });
        var replica = await Replica.StartAsync(database.Settings, clock, slow);
        clock.AdvanceTo(Midnight.AddHours(3).AddMinutes(10));
        await begun.Task;

        var stopping = replica.DisposeAsync().AsTask();
        Assert.False(stopping.IsCompleted);
        finish.SetResult();
        await stopping;
        Assert.True(done);
    }

    private sealed class Work(string name, string cron, Func<Task> run) : IScheduledWork
    {
        public string Name => name;

        public string Cron => cron;

        public Task RunAsync(CancellationToken cancellationToken) => run();
    }
}
