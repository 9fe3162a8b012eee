using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage;
using PolicyBot.Tests.Turns;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage;

public sealed class WaitingWatchTests
{
    private const string Lost = "is looked up with each message", Found = "is known again";

    private static readonly DateTimeOffset Later = ManualClock.Start.AddHours(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_was_asked_something_waits_until_the_next_turn_says_otherwise(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = new BareBot(database);
        await bot.WatchUntilInStepAsync();
        Assert.False(bot.IsWaiting);

        await bot.AskAsync(Later);
        Assert.NotEqual(false, bot.IsWaiting);
        await Until.SoAsync(() => bot.IsWaiting is true);

        await bot.AskAsync(null);
        Assert.NotEqual(true, bot.IsWaiting);
        await Until.SoAsync(() => bot.IsWaiting is false);
    }

    [Fact]
    public async Task On_sqlite_an_own_commit_is_known_at_once()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var bot = new BareBot(database);
        await bot.WatchUntilInStepAsync();

        await bot.AskAsync(Later);
        Assert.True(bot.IsWaiting);

        await bot.Store.ForgetAsync(BareBot.Here, null, ManualClock.Start, Token);
        Assert.False(bot.IsWaiting);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_waits_at_the_start_is_known_and_what_is_over_is_not_loaded(string provider)
    {
        using var database = new TestDatabase(provider);
        var (waits, over) = (new ConversationKey("waits"), new ConversationKey("over"));
        await using (var before = new BareBot(database))
        {
            Assert.Null(before.IsWaiting);
            await before.Store.CommitAsync(new(waits, 0, "{}", ManualClock.Start) { WaitsUntil = Later }, Token);
            await before.Store.CommitAsync(new(over, 0, "{}", ManualClock.Start) { WaitsUntil = ManualClock.Start }, Token);
        }

        await using var bot = new BareBot(database);
        await bot.WatchUntilInStepAsync();

        Assert.True(bot.Waiting.IsWaiting(waits));
        Assert.False(bot.Waiting.IsWaiting(over));
        Assert.Equal(1, bot.Waiting.Count);
    }

    [Fact]
    public async Task Replicas_know_of_each_other_who_waits()
    {
        using var database = new TestDatabase(TestDatabase.Postgres);
        await using var one = new BareBot(database);
        await using var other = new BareBot(database);
        await one.WatchUntilInStepAsync();
        await other.WatchUntilInStepAsync();

        await one.AskAsync(Later);
        await Until.SoAsync(() => one.IsWaiting is true && other.IsWaiting is true);

        await other.AskAsync(null);
        await Until.SoAsync(() => one.IsWaiting is false && other.IsWaiting is false);

        await one.AskAsync(Later);
        await Until.SoAsync(() => one.IsWaiting is true && other.IsWaiting is true);

        await other.Store.ForgetAsync(BareBot.Here, null, ManualClock.Start, Token);
        await Until.SoAsync(() => one.IsWaiting is false && other.IsWaiting is false);
    }

    [Fact]
    public async Task Only_a_change_of_who_waits_is_told()
    {
        using var database = new TestDatabase(TestDatabase.Postgres);
        await using var bot = new BareBot(database);
        await using var listener = new Npgsql.NpgsqlConnection(database.Settings.ConnectionString);
        var told = new List<DateTimeOffset?>();
        listener.Notification += (_, heard) => told.Add(WaitingNotice.Read(heard.Payload)!.Until);

        await bot.AskAsync(null);
        await listener.OpenAsync(Token);
        await using var listen = new Npgsql.NpgsqlCommand($"LISTEN {WaitingNotice.Channel}", listener);
        await listen.ExecuteNonQueryAsync(Token);
        foreach (var until in (DateTimeOffset?[])[null, Later, Later.AddTicks(1), Later.AddMinutes(1), null, null, Later])
            await bot.AskAsync(until);

        while (told.Count < 4)
            await listener.WaitAsync(Token);
        Assert.Equal([Later, Later.AddMinutes(1), null, Later], told);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_turn_that_loses_its_race_says_nothing_of_who_waits(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = new BareBot(database);
        await bot.WatchUntilInStepAsync();
        await bot.AskAsync(Later);
        await Until.SoAsync(() => bot.IsWaiting is true);

        Assert.Null(await bot.Store.CommitAsync(new(BareBot.Here, 0, "{}", ManualClock.Start) { WaitedUntil = Later }, Token));

        Assert.True(bot.IsWaiting);
    }

    [Fact]
    public async Task Whose_key_is_too_long_for_a_notification_is_kept_all_the_same()
    {
        using var database = new TestDatabase(TestDatabase.Postgres);
        await using var bot = new BareBot(database);
        await bot.WatchUntilInStepAsync();
        var (far, there) = (new ConversationKey(new string('é', 2_001)), new ConversationKey(new string('€', 2_000)));

        foreach (var key in (ConversationKey[])[far, there])
            Assert.NotNull(await bot.Store.CommitAsync(new(key, 0, "{}", ManualClock.Start) { WaitsUntil = Later }, Token));

        await Until.SoAsync(() => bot.Waiting.IsWaiting(there) is true);
        Assert.Null(bot.Waiting.IsWaiting(far));
        Assert.Equal(Later, (await bot.Store.LoadAsync(far, [], Token)).WaitsUntil);
    }

    [Fact]
    public async Task While_the_database_is_away_nothing_is_known_and_it_is_said_once()
    {
        using var server = TemporaryPostgres.Start(SharedPostgres.Programs());
        using var database = new TestDatabase(TestDatabase.Postgres, server);
        var clock = new TickingClock(ManualClock.Start);
        await using var bot = new BareBot(database.Settings, clock);
        await bot.WatchUntilInStepAsync();
        await bot.AskAsync(Later);
        await Until.SoAsync(() => bot.IsWaiting is true);

        var lost = bot.Log.UntilAsync(Lost);
        server.Stop("immediate");
        await lost;
        Assert.Null(bot.IsWaiting);
        await clock.RunUntilAsync(Until.SoAsync(() => clock.GetUtcNow() >= ManualClock.Start.AddSeconds(4)));
        Assert.Null(bot.IsWaiting);

        server.Start();
        await clock.RunUntilAsync(bot.Log.UntilAsync(Found));
        Assert.True(bot.IsWaiting);
        Assert.Single(bot.Log.Lines, line => line.Contains(Lost, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_changed_while_nobody_listened_is_known_afterwards()
    {
        using var database = new TestDatabase(TestDatabase.Postgres);
        var clock = new TickingClock(ManualClock.Start);
        await using var deaf = new BareBot(database.Settings, clock);
        await using var other = new BareBot(database);
        using var databases = new Databases(database.Settings);
        await deaf.WatchUntilInStepAsync();

        var lost = deaf.Log.UntilAsync(Lost);
        await databases.ReadAsync(open => open.Database.ExecuteSqlRawAsync("""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%"WaitsUntil" >%'
            """, Token));
        await lost;
        Assert.Null(deaf.IsWaiting);
        await other.AskAsync(Later);

        await clock.RunUntilAsync(deaf.Log.UntilAsync(Found));
        Assert.True(deaf.IsWaiting);
    }

    [Fact]
    public async Task A_network_that_says_nothing_any_more_is_noticed()
    {
        using var server = TemporaryPostgres.Start(SharedPostgres.Programs());
        using var network = new SilentNetwork(server.Port);
        var connection = $"{server.ConnectionString("bot").Replace($"{server.Port}", $"{network.Port}", StringComparison.Ordinal)};Keepalive=1;Command Timeout=1";
        await using var bot = new BareBot(TestDatabase.At(TestDatabase.Postgres, connection).Settings, TimeProvider.System);
        await bot.WatchUntilInStepAsync();
        network.Die();
        await Until.SoAsync(() => bot.IsWaiting is null);
        network.Revive();
        await Until.SoAsync(() => bot.IsWaiting is false);
    }
}
