using Microsoft.EntityFrameworkCore;
using PolicyBot.BotFramework;
using PolicyBot.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage;

public sealed class TurnStoreTests
{
    private static readonly ConversationKey Here = new("msteams/conversations/a:1");
    private static readonly DateTimeOffset Now = ManualClock.Start;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_committed_is_loaded_and_the_version_counts(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var store = new TurnStore(databases, new([]), new(TimeProvider.System));

        Assert.Equal(new Remembered(null, 0, null), await store.LoadAsync(Here, [new("k1")], Token));
        Assert.NotNull(await store.CommitAsync(Commit(0, "first", "k1"), Token));
        Assert.NotNull(await store.CommitAsync(Commit(1, "second", "k2"), Token));

        Assert.Equal(new Remembered("second", 2, "answer to k1"), await store.LoadAsync(Here, [new("k1")], Token));
        Assert.Equal(new Remembered("second", 2, null), await store.LoadAsync(Here, [new("k3")], Token));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Until_when_a_conversation_waits_is_kept_until_the_next_turn_says_otherwise(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var store = new TurnStore(databases, new([]), new(TimeProvider.System));

        await store.CommitAsync(Commit(0, "asked", "k1") with { WaitsUntil = Now.AddHours(1) }, Token);
        Assert.Equal(new Remembered("asked", 1, null, Now.AddHours(1)), await store.LoadAsync(Here, [], Token));

        await store.CommitAsync(Commit(1, "answered", "k2"), Token);
        Assert.Equal(new Remembered("answered", 2, null), await store.LoadAsync(Here, [], Token));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_lost_race_changes_nothing_at_all(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var (store, outbox) = (new TurnStore(databases, new([]), new(TimeProvider.System)), new OutboxStore(databases, new OutboxSettings()));
        await store.CommitAsync(Commit(0, "first", "k1"), Token);

        Assert.Null(await store.CommitAsync(Commit(0, "also first", "k2", "lost"), Token));
        Assert.Null(await store.CommitAsync(Commit(5, "from nowhere", "k3", "lost"), Token));
        Assert.Null(await store.CommitAsync(Commit(1, "heard before", "k1", "lost"), Token));

        Assert.Equal(new Remembered("first", 1, null), await store.LoadAsync(Here, [new("k2"), new("k3")], Token));
        Assert.Empty(await outbox.ProgressAsync(Token));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Forgetting_a_conversation_ends_what_was_to_be_sent_there(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var (store, outbox) = (new TurnStore(databases, new([]), new(TimeProvider.System)), new OutboxStore(databases, new OutboxSettings()));
        await store.CommitAsync(Commit(0, "first", "k1", "never sent"), Token);

        await store.ForgetAsync(Here, null, Now, Token);

        Assert.Equal(new Remembered(null, 0, null), await store.LoadAsync(Here, [], Token));
        Assert.Equal([new CampaignProgress(null, 1, 0, 1)], await outbox.ProgressAsync(Token));
        Assert.Empty(await outbox.ClaimAsync(10, Now.AddHours(1), Now.AddHours(2), Token));
        Assert.Equal([""], await databases.ReadAsync(open => open.Outbox.Select(row => row.Activity).ToListAsync(Token)));
    }

    private static TurnCommit Commit(long version, string state, string key, string? promised = null) => new(Here, version, state, Now)
    {
        Keys = [(new TurnKey(key), Now.AddDays(1))],
        Answer = $"answer to {key}",
        Promises = promised is null ? [] : [new Promise(new Recipient.Conversation(Here, "https://localhost"), new Activity { Text = promised }, Now)],
    };
}
