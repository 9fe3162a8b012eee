using Quartz;

namespace PolicyBot.Tests.Storage.Schedules;

public sealed class TimekeeperTests
{
    private const string AtTenPastThree = "0 10 3 * * ?", AtFour = "0 0 4 * * ?", AtMidnight = "0 0 0 * * ?";

    private static readonly DateTimeOffset Midnight = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> ClockChanges => [
        (TestDatabase.Sqlite, "2027-03-27T03:10:00Z", "2027-03-28T02:10:00Z"),
        (TestDatabase.Sqlite, "2026-10-24T02:10:00Z", "2026-10-25T03:10:00Z"),
        (TestDatabase.Postgres, "2027-03-27T03:10:00Z", "2027-03-28T02:10:00Z"),
        (TestDatabase.Postgres, "2026-10-24T02:10:00Z", "2026-10-25T03:10:00Z")];

    [Theory, MemberData(nameof(ClockChanges))]
    public async Task Work_is_done_at_its_time_in_London_whatever_the_clocks_do(
        string provider, string before, string after)
    {
        using var database = new TestDatabase(provider);
        var (first, second) = (DateTimeOffset.Parse(before, null), DateTimeOffset.Parse(after, null));
        var clock = new TickingClock(first.AddHours(-3));
        var diary = new Diary("diary", AtTenPastThree, clock);
        await using var replica = await Replica.StartAsync(database.Settings, clock, diary);

        clock.AdvanceTo(first.AddSeconds(-1));
        clock.AdvanceTo(first);
        Assert.Equal(first, await diary.NextAsync());

        clock.AdvanceTo(second.AddSeconds(-1));
        clock.AdvanceTo(second);
        Assert.Equal(second, await diary.NextAsync());
    }

    [Fact]
    public async Task Replicas_on_one_database_do_work_once()
    {
        using var database = new TestDatabase(TestDatabase.Postgres);
        var clock = new TickingClock(Midnight.AddSeconds(-5));
        var diaries = Enumerable.Range(0, 20).Select(i => new Diary($"diary {i}", AtMidnight, clock)).ToArray();
        var replicas = new List<Replica>();
        for (var i = 0; i < 3; i++)
            replicas.Add(await Replica.StartAsync(database.Settings, clock, diaries));

        Assert.Equal(3, (await replicas[0].Scheduler.QueryClusterNodes(Token)).Count);
        clock.AdvanceTo(Midnight);
        foreach (var diary in diaries)
            Assert.Equal(Midnight, await diary.NextAsync());

        await Task.WhenAll(replicas.Select(replica => replica.DisposeAsync().AsTask()));
        Assert.All(diaries, diary => Assert.Equal(0, diary.Unread));
    }

    [Fact]
    public async Task Replicas_that_start_at_once_on_an_empty_database_schedule_work_once()
    {
        using var database = new TestDatabase(TestDatabase.Postgres);
        var clock = new TickingClock(Midnight);
        var diary = new Diary("diary", AtTenPastThree, clock);

        var starting = Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => Replica.StartAsync(database.Settings, clock, diary))));
        await clock.RunUntilAsync(starting);

        foreach (var replica in await starting)
        {
            Assert.Equal(["diary"], await ScheduledAsync(replica));
            await replica.DisposeAsync();
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task After_a_restart_work_is_done_again_only_when_it_is_due(string provider)
    {
        using var database = new TestDatabase(provider);
        var due = Midnight.AddHours(3).AddMinutes(10);
        var clock = new TickingClock(Midnight);
        var diary = new Diary("diary", AtTenPastThree, clock);
        await using (await Replica.StartAsync(database.Settings, clock, diary))
        {
            clock.AdvanceTo(due);
            Assert.Equal(due, await diary.NextAsync());
        }

        clock.Advance(TimeSpan.FromHours(1));
        await using (await Replica.StartAsync(database.Settings, clock, diary))
        {
            clock.AdvanceTo(due.AddDays(1));
            Assert.Equal(due.AddDays(1), await diary.NextAsync());
        }

        Assert.Equal(0, diary.Unread);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Times_that_passed_without_a_bot_are_made_up_for_once(string provider)
    {
        using var database = new TestDatabase(provider);
        var due = Midnight.AddHours(3).AddMinutes(10);
        var clock = new TickingClock(Midnight);
        var diary = new Diary("diary", AtTenPastThree, clock);
        await using (await Replica.StartAsync(database.Settings, clock, diary))
            Assert.Equal(0, diary.Unread);

        clock.AdvanceTo(Midnight.AddDays(3).AddHours(10));
        await using (await Replica.StartAsync(database.Settings, clock, diary))
        {
            Assert.Equal(Midnight.AddDays(3).AddHours(10), await diary.NextAsync());
            clock.AdvanceTo(due.AddDays(4));
            Assert.Equal(due.AddDays(4), await diary.NextAsync());
        }

        Assert.Equal(0, diary.Unread);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task New_times_take_the_place_of_the_old(string provider)
    {
        using var database = new TestDatabase(provider);
        var clock = new TickingClock(Midnight);
        var (early, late) = (new Diary("diary", AtTenPastThree, clock), new Diary("diary", AtFour, clock));
        await using (await Replica.StartAsync(database.Settings, clock, early))
            Assert.Equal(0, early.Unread);

        await using (var replica = await Replica.StartAsync(database.Settings, clock, late))
        {
            clock.AdvanceTo(Midnight.AddHours(3).AddMinutes(10));
            clock.AdvanceTo(Midnight.AddHours(4));
            Assert.Equal(Midnight.AddHours(4), await late.NextAsync());
            Assert.Equal(["diary"], await ScheduledAsync(replica));
        }

        Assert.Equal(0, late.Unread);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Work_that_no_room_asks_for_any_more_is_gone(string provider)
    {
        using var database = new TestDatabase(provider);
        var clock = new TickingClock(Midnight);
        var (kept, dropped) = (new Diary("kept", AtTenPastThree, clock), new Diary("dropped", AtTenPastThree, clock));
        await using (var replica = await Replica.StartAsync(database.Settings, clock, kept, dropped))
            Assert.Equal(["dropped", "kept"], await ScheduledAsync(replica));

        await using (var replica = await Replica.StartAsync(database.Settings, clock, kept))
        {
            Assert.Equal(["kept"], await ScheduledAsync(replica));
            clock.AdvanceTo(Midnight.AddHours(3).AddMinutes(10));
            await kept.NextAsync();
        }

        Assert.Equal(0, dropped.Unread);
    }

    private static async Task<IEnumerable<string>> ScheduledAsync(Replica replica) =>
        (await replica.Scheduler.QueryTriggers(new TriggerQuery(), Token)).Items.Select(trigger => trigger.Key.Name);
}
