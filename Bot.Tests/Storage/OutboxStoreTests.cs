using Microsoft.EntityFrameworkCore;
using PolicyBot.BotFramework;
using PolicyBot.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage;

public sealed class OutboxStoreTests
{
    private static readonly DateTimeOffset Now = ManualClock.Start;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_key_is_promised_once_by_however_many(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var outbox = new OutboxStore(databases, new OutboxSettings());
        var round = Enumerable.Range(0, 1_200).Select(i => ToPerson($"p{i}") with { Key = $"round/p{i}", Campaign = "round" }).ToList();

        var added = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => outbox.PromiseAsync(round, Now, Token))));

        Assert.Equal(1_200, added.Sum());
        Assert.Equal([new CampaignProgress("round", 1_200, 0, 0)], await outbox.ProgressAsync(Token));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task No_message_is_claimed_by_two_and_none_is_left_out(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var outbox = new OutboxStore(databases, new OutboxSettings());
        await outbox.PromiseAsync([.. Enumerable.Range(0, 300).Select(i => ToPerson($"p{i}"))], Now, Token);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ClaimAllAsync(outbox))));

        var ids = claimed.SelectMany(each => each).Select(message => message.Id).ToList();
        Assert.Equal(300, ids.Count);
        Assert.Equal(300, ids.Distinct().Count());
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_thread_gets_its_messages_one_after_the_other(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var outbox = new OutboxStore(databases, new OutboxSettings());
        await outbox.PromiseAsync([ToPerson("ann", "1"), ToPerson("ann", "2"), ToPerson("bo", "1")], Now, Token);

        var first = await outbox.ClaimAsync(10, Now, Now.AddMinutes(1), Token);
        Assert.Equal(["people/ann", "people/bo"], first.Select(message => message.To.Thread));
        Assert.Empty(await outbox.ClaimAsync(10, Now, Now.AddMinutes(1), Token));

        await outbox.SettleAsync([new Settlement.TryAgain(first[0].Id, "ann", Now.AddSeconds(5))], Now, Token);
        Assert.Empty(await outbox.ClaimAsync(10, Now.AddSeconds(4), Now.AddMinutes(1), Token));
        var again = Assert.Single(await outbox.ClaimAsync(10, Now.AddSeconds(5), Now.AddMinutes(1), Token));
        Assert.Equal((first[0].Id, 2), (again.Id, again.Attempts));

        await outbox.SettleAsync([new Settlement.Delivered(again.Id, "ann")], Now, Token);
        Assert.Contains("\"2\"", Assert.Single(await outbox.ClaimAsync(10, Now.AddSeconds(5), Now.AddMinutes(1), Token)).Activity, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_lease_that_ends_gives_the_message_to_the_next(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var outbox = new OutboxStore(databases, new OutboxSettings());
        await outbox.PromiseAsync([ToPerson("ann")], Now, Token);
        await outbox.ClaimAsync(10, Now, Now.AddMinutes(1), Token);

        Assert.Empty(await outbox.ClaimAsync(10, Now.AddSeconds(59), Now.AddMinutes(2), Token));
        Assert.Single(await outbox.ClaimAsync(10, Now.AddSeconds(60), Now.AddMinutes(2), Token));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_thread_waits_when_it_had_its_share(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var outbox = new OutboxStore(databases, new OutboxSettings { PerConversation = [new(3, TimeSpan.FromSeconds(1)), new(5, TimeSpan.FromSeconds(30))] });
        await outbox.PromiseAsync([.. Enumerable.Range(0, 8).Select(i => ToPerson("ann", $"{i}"))], Now, Token);

        Assert.Equal(3, await SendAllAsync(outbox, Now));
        Assert.Equal(0, await SendAllAsync(outbox, Now.AddMilliseconds(999)));
        Assert.Equal(2, await SendAllAsync(outbox, Now.AddMilliseconds(1_000)));
        Assert.Equal(0, await SendAllAsync(outbox, Now.AddSeconds(29)));
        Assert.Equal(3, await SendAllAsync(outbox, Now.AddSeconds(31)));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Replies_go_before_campaigns(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var outbox = new OutboxStore(databases, new OutboxSettings());
        await outbox.PromiseAsync([.. Enumerable.Range(0, 50).Select(i => ToPerson($"p{i}") with { Campaign = "round" })], Now, Token);
        await outbox.PromiseAsync([ToPerson("asked")], Now.AddMinutes(1), Token);

        Assert.Equal("people/asked", (await outbox.ClaimAsync(2, Now.AddMinutes(1), Now.AddMinutes(2), Token))[0].To.Thread);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Time_on_the_channel_is_set_aside_for_one_at_a_time(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var outbox = new OutboxStore(databases, new OutboxSettings());
        var length = TimeSpan.FromMilliseconds(500);

        var begins = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => outbox.ReserveAsync(length, Now, Token))));

        Assert.Equal(Enumerable.Range(0, 8).Select(i => Now + i * length), begins.Order());
        Assert.Equal(Now.AddHours(1), await outbox.ReserveAsync(length, Now.AddHours(1), Token));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_message_that_could_have_been_sent_for_longest_is_known(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var outbox = new OutboxStore(databases, new OutboxSettings());
        Assert.Null(await outbox.OldestDueAsync(Now, Token));

        var (later, soon) = (ToPerson("cy") with { NotBefore = Now.AddHours(1) }, ToPerson("bo") with { NotBefore = Now.AddSeconds(5) });
        await outbox.PromiseAsync([later, ToPerson("ann"), soon], Now, Token);
        Assert.Equal(Now, await outbox.OldestDueAsync(Now.AddMinutes(2), Token));

        await outbox.ClaimAsync(1, Now, Now.AddHours(2), Token);
        Assert.Equal(Now.AddSeconds(5), await outbox.OldestDueAsync(Now.AddMinutes(2), Token));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Of_a_message_that_is_done_no_text_is_kept(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var outbox = new OutboxStore(databases, new OutboxSettings());
        await outbox.PromiseAsync([.. ((string[])["ann", "bo", "cy", "di"]).Select(name => ToPerson(name) with { Key = name })], Now, Token);
        var ids = (await outbox.ClaimAsync(10, Now, Now.AddMinutes(1), Token)).Select(message => message.Id).ToList();

        await outbox.SettleAsync(
            [
                new Settlement.Delivered(ids[0], "ann"),
                new Settlement.Undeliverable(ids[1], "bo", 403, "Blocked"),
                new Settlement.TryAgain(ids[2], "cy", Now),
            ],
            Now, Token);

        var withText = await databases.ReadAsync(open => open.Outbox.Where(row => row.Activity != "").Select(row => row.Key).ToListAsync(Token));
        Assert.Equal(["cy", "di"], withText.Order());
        Assert.Equal([new CampaignProgress(null, 4, 1, 1)], await outbox.ProgressAsync(Token));
    }

    private static Promise ToPerson(string person, string text = "hello") => new(new Recipient.Person(person), new Activity { Text = text }, Now);

    private static async Task<List<OutboxMessage>> ClaimAllAsync(OutboxStore outbox)
    {
        var all = new List<OutboxMessage>();
        while (await outbox.ClaimAsync(7, Now, Now.AddMinutes(1), Token) is { Count: > 0 } some)
            all.AddRange(some);

        return all;
    }

    private static async Task<int> SendAllAsync(OutboxStore outbox, DateTimeOffset now)
    {
        var sent = 0;
        while (await outbox.ClaimAsync(10, now, now.AddMinutes(1), Token) is { Count: > 0 } some)
        {
            await outbox.SettleAsync([.. some.Select(message => new Settlement.Delivered(message.Id, "ann"))], now, Token);
            sent += some.Count;
        }

        return sent;
    }
}
