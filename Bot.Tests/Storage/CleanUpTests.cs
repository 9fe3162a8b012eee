using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PolicyBot.BotFramework;
using PolicyBot.Storage;
using PolicyBot.Storage.Rows;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage;

public sealed class CleanUpTests
{
    private static readonly DateTimeOffset Now = ManualClock.Start;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_past_its_time_goes_and_the_rest_stays(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        await databases.WriteAsync(open =>
        {
            open.Heard.AddRange(Enumerable.Range(0, 1_203).Select(i => Heard($"past {i}", Now.AddSeconds(-1 - i))));
            open.Heard.AddRange(Heard("just now", Now), Heard("tomorrow", Now.AddDays(1)));
            open.Outbox.AddRange(Enumerable.Range(0, 1_001).Select(i => Message($"done {i}", Now.AddDays(-31))));
            open.Outbox.AddRange(Message("open for a year", null), Message("done lately", Now.AddDays(-29)));
            open.Outbox.AddRange(Message("refused lately", Now.AddDays(-1), "403"), Message("refused", Now.AddDays(-40), "403"));
            return open.SaveChangesAsync(Token);
        }, Token);
        var log = new CapturedLog();

        await Work(databases, log).RunAsync(Token);

        var heard = await databases.ReadAsync(open => open.Heard.Select(row => row.Key).ToListAsync(Token));
        var messages = await databases.ReadAsync(open => open.Outbox.Select(row => row.Key).ToListAsync(Token));
        Assert.Equal(["just now", "tomorrow"], heard.Order());
        Assert.Equal(["done lately", "open for a year", "refused lately"], messages.Order());
        Assert.Equal(
            "Cleaned up: 1203 answers to turns past their time and 1002 messages done over 30 days ago are deleted, "
            + "and 0 answers to presses over 7 days ago are emptied",
            Assert.Single(log.Lines).Trim());
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Done_twice_it_finds_nothing_more(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var promise = new Promise(new Recipient.Person("ann"), new Activity { Text = "hello" }, Now);
        await new OutboxStore(databases, new OutboxSettings()).PromiseAsync([promise], Now.AddYears(-1), Token);
        var log = new CapturedLog();

        await Work(databases, log).RunAsync(Token);
        await Work(databases, log).RunAsync(Token);

        Assert.All(log.Lines, line => Assert.StartsWith(
            "Cleaned up: 0 answers to turns past their time and 0 messages", line, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_a_press_was_answered_with_is_kept_for_a_week_and_that_it_was_pressed_for_longer(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        await databases.WriteAsync(open =>
        {
            open.Heard.AddRange(Enumerable.Range(0, 1_203).Select(i => Pressed($"long ago {i:0000}", TimeSpan.FromDays(8 + i % 300))));
            open.Heard.AddRange(Pressed("a week ago", TimeSpan.FromDays(7)), Pressed("today", TimeSpan.Zero));
            open.Heard.Add(Heard("an activity of today", Now + LastingTurns.KeepActivity, "kept"));
            return open.SaveChangesAsync(Token);
        }, Token);
        var log = new CapturedLog();

        await Work(databases, log).RunAsync(Token);

        var kept = await databases.ReadAsync(open => open.Heard.Where(row => row.Answer == "kept").Select(row => row.Key).ToListAsync(Token));
        Assert.Equal(["a week ago", "an activity of today", "today"], kept.Order());
        Assert.Equal(1_206, await databases.ReadAsync(open => open.Heard.CountAsync(Token)));
        Assert.Contains("1203 answers to presses over 7 days ago are emptied", Assert.Single(log.Lines), StringComparison.Ordinal);

        HeardRow Pressed(string key, TimeSpan ago) => Heard(key, Now - ago + LastingTurns.KeepPress, "kept");
    }

    private static CleanUp Work(Databases databases, CapturedLog log) => new(
        databases, new OutboxSettings(), new ManualClock(Now),
        LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<CleanUp>());

    private static HeardRow Heard(string key, DateTimeOffset until, string answer = "") => new() { Key = key, Answer = answer, Until = until };

    private static OutboxRow Message(string key, DateTimeOffset? done, string? refusal = null) => new()
    {
        Key = key,
        Lane = 0,
        Thread = "people/ann",
        Activity = "{}",
        PromisedAt = Now.AddYears(-1),
        NotBefore = Now.AddYears(-1),
        DoneAt = done,
        Refusal = refusal,
    };
}
