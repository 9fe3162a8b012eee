using PolicyBot.BotFramework;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

public sealed class TurnRecordsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Records_are_written_with_the_turn_in_their_order(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = new BareBot(database);

        await RecordAsync(bot, new Absence("ann"), new Absence("bo"));
        Assert.Equal(["ann", "bo"], await AbsentAsync(bot));

        await RecordAsync(bot, new Return("ann"), new Absence("ann"), new Return("bo"));
        Assert.Equal(["ann"], await AbsentAsync(bot));
        Assert.Equal(["1 hi", "2 hi"], bot.Said);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_record_that_no_longer_fits_the_world_has_the_whole_turn_decided_again(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = new BareBot(database);
        var decided = 0;

        await bot.HearAsync("hi", (count, now, _) =>
        {
            object[] records = ++decided == 1 ? [new Absence("cy"), new Return("somebody who is not away")] : [new Absence("ann")];
            return new(CountingBot.Next(count, "hi") with { Records = records, Promises = [ToBo(now)] });
        });

        Assert.Equal(2, decided);
        Assert.Equal(["1 hi"], bot.Said);
        Assert.Equal(["ann"], await AbsentAsync(bot));
        Assert.Equal(2, Assert.Single(await bot.Outbox.ProgressAsync(Token)).Promised); // The reply and the promise, once.
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_record_that_is_there_already_loses_the_race_too(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = new BareBot(database);
        await RecordAsync(bot, new Absence("ann"));

        var commit = new TurnCommit(BareBot.Here, 1, "{}", ManualClock.Start) { Records = [new Absence("ann")] };
        Assert.Null(await bot.Store.CommitAsync(commit, Token));

        Assert.Equal(1, (await bot.Store.LoadAsync(BareBot.Here, [], Token)).Version);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Of_a_turn_that_lost_its_race_no_record_stays(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = new BareBot(database);
        await RecordAsync(bot, new Absence("ann"));

        var late = new TurnCommit(BareBot.Here, 0, "{}", ManualClock.Start) { Records = [new Return("ann"), new Absence("bo")] };
        Assert.Null(await bot.Store.CommitAsync(late, Token));

        Assert.Equal(["ann"], await AbsentAsync(bot));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_kind_that_nobody_writes_is_a_defect_and_nothing_is_written(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = new BareBot(database);

        await Assert.ThrowsAsync<InvalidOperationException>(() => RecordAsync(bot, new Absence("ann"), "a word"));

        Assert.Empty(bot.Said);
        Assert.Empty(await AbsentAsync(bot));
        Assert.Equal(new Remembered(null, 0, null), await bot.Store.LoadAsync(BareBot.Here, [], Token));
    }

    private static Task RecordAsync(BareBot bot, params object[] records) =>
        bot.HearAsync("hi", (count, _, _) => new(CountingBot.Next(count, "hi") with { Records = records }));

    private static async Task<IEnumerable<string>> AbsentAsync(BareBot bot) =>
        (await bot.Outbox.UnreachableAsync(Token)).Select(person => person.Person);

    private static Promise ToBo(DateTimeOffset now) => new(new Recipient.Person("bo"), new Activity { Text = "hello" }, now);
}
