using PolicyBot.Storage;
using PolicyBot.Tests.Turns;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage;

public sealed class ErrandStoreTests
{
    private static readonly DateTimeOffset Now = ManualClock.Start;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_key_is_asked_for_once_by_however_many(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        var errands = Enumerable.Range(0, 60).Select(i => ErrandDesk.Errand($"review/{i}")).ToList();

        var written = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => desk.AskAsync([.. i == 0 ? errands : Enumerable.Reverse(errands)]))));
        await desk.SettleAsync(new ErrandOutcome.Done());
        await desk.AskAsync(ErrandDesk.Errand("review/7"));

        Assert.All(written, Assert.True);
        Assert.Equal(60, (await desk.Store.UnderAsync("review/", Token)).Count);
        Assert.Empty(await desk.ClaimAsync(Now));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Nothing_is_asked_for_where_what_it_follows_from_is_not_kept(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);

        Assert.False(await desk.WriteAsync(new Errands([ErrandDesk.Errand("review/1")]), new Return("somebody who is not away")));
        Assert.Null(await desk.Store.FindAsync("review/1", Token));

        Assert.True(await desk.WriteAsync(new Errands([ErrandDesk.Errand("review/1")]), new Absence("ann")));
        Assert.Equal(ErrandState.Open, (await desk.Store.FindAsync("review/1", Token))?.State);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task No_errand_is_claimed_by_two_and_none_is_left_out(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        await desk.AskAsync([.. Enumerable.Range(0, 120).Select(i => ErrandDesk.Errand($"review/{i}"))]);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var all = new List<ClaimedErrand>();
            while (await desk.ClaimAsync(Now, most: 7) is { Count: > 0 } some)
                all.AddRange(some);
            return all;
        })));

        Assert.Equal(120, claimed.Sum(each => each.Count));
        Assert.Equal(120, claimed.SelectMany(each => each).Select(errand => errand.Errand.Key).Distinct().Count());
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_lease_that_ends_has_the_errand_run_again_once(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        await desk.AskAsync(ErrandDesk.Errand("review/1"));
        Assert.Equal(1, Assert.Single(await desk.ClaimAsync(Now)).Attempt);

        Assert.Empty(await desk.ClaimAsync(Now.AddSeconds(59)));
        var again = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => desk.ClaimAsync(Now.AddSeconds(60)))));

        Assert.Equal((2, Now), Assert.Single(again.SelectMany(each => each).Select(errand => (errand.Attempt, errand.DueAt))));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_errand_is_claimed_by_its_kind_and_not_before_its_time(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        await desk.AskAsync(ErrandDesk.Errand("a", "mail"), ErrandDesk.Errand("b") with { NotBefore = Now.AddMinutes(1) });

        Assert.Equal(["mail"], await desk.Store.DueAsync(Now, Token));
        Assert.Empty(await desk.ClaimAsync(Now));
        Assert.Equal(["feed", "mail"], await desk.Store.DueAsync(Now.AddMinutes(1), Token));
        Assert.Equal("b", Assert.Single(await desk.ClaimAsync(Now.AddMinutes(1))).Errand.Key);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_became_of_an_errand_is_known_by_its_key(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        await desk.AskAsync(ErrandDesk.Errand("1"), ErrandDesk.Errand("2"), ErrandDesk.Errand("3"));

        await desk.SettleAsync(new ErrandOutcome.Done("AAMk=="), new ErrandOutcome.Refused("403 Forbidden", "Grant it."), new ErrandOutcome.TryAgain("It was busy."));

        var (done, refused, open) = (await desk.Store.FindAsync("1", Token), await desk.Store.FindAsync("2", Token), await desk.Store.FindAsync("3", Token));
        Assert.Equal((ErrandState.Done, "AAMk==", ""), (done!.State, done.Trace, done.Errand.Body));
        Assert.Equal((ErrandState.Refused, "403 Forbidden", "Grant it."), (refused!.State, refused.Code, refused.Sentence));
        Assert.Equal((ErrandState.Open, Now.AddMinutes(5), "It was busy.", "{}"), (open!.State, open.At, open.Sentence, open.Errand.Body));
        Assert.Equal("3", Assert.Single(await desk.ClaimAsync(Now.AddMinutes(5))).Errand.Key);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_stands_under_a_key_is_cancelled_where_it_is_not_done(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        await desk.AskAsync(ErrandDesk.Errand("review/a/1"));
        await desk.SettleAsync(new ErrandOutcome.Done("trace"));
        await desk.AskAsync([.. ((string[])["review/a/2", "review/a/é", "review/A/1", "review/ab", "review/b/1", "review/%/1"]).Select(key => ErrandDesk.Errand(key))]);

        Assert.Equal(2, await desk.Store.CancelAsync("review/a/", Now, Token));
        await desk.WriteAsync(new Errands([ErrandDesk.Errand("review/b/removal")], InsteadOf: "review/b/"));

        Assert.Equal([ErrandState.Done, ErrandState.Cancelled, ErrandState.Cancelled], (await desk.Store.UnderAsync("review/a/", Token)).Select(errand => errand.State));
        Assert.Equal(["review/%/1", "review/A/1", "review/ab", "review/b/removal"], (await desk.ClaimAsync(Now)).Select(errand => errand.Errand.Key).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task One_that_was_being_run_when_it_was_cancelled_keeps_its_trace(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        await desk.AskAsync(ErrandDesk.Errand("done"), ErrandDesk.Errand("in vain"));
        var claimed = await desk.ClaimAsync(Now);
        await desk.Store.CancelAsync("", Now, Token);

        await desk.Store.SettleAsync(
            [new(claimed[0].Id, new ErrandOutcome.Done("trace"), Now), new(claimed[1].Id, new ErrandOutcome.TryAgain("busy"), Now)], Now, Token);

        Assert.Equal((ErrandState.Done, "trace"), ((await desk.Store.FindAsync("done", Token))!.State, (await desk.Store.FindAsync("done", Token))!.Trace));
        Assert.Equal(ErrandState.Cancelled, (await desk.Store.FindAsync("in vain", Token))!.State);
        Assert.Empty(await desk.ClaimAsync(Now.AddDays(1)));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_refusal_is_a_trouble_until_a_later_one_of_the_kind_gets_through_to_the_person(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        await desk.AskAsync(ErrandDesk.Errand("1"), ErrandDesk.Errand("2", person: "bo"));
        await desk.SettleAsync(new ErrandOutcome.Refused("403", "For ann."), new ErrandOutcome.Refused("403", "For bo."));
        Assert.Equal(["For bo.", "For ann."], (await desk.Store.TroublesAsync(Now.AddDays(-7), Token)).Select(trouble => trouble.Sentence));
        Assert.Empty(await desk.Store.TroublesAsync(Now, Token));

        await desk.AskAsync(ErrandDesk.Errand("3"), ErrandDesk.Errand("4", "mail", "bo"));
        await desk.SettleAsync(Now.AddMinutes(1), "feed", new ErrandOutcome.Done());
        await desk.SettleAsync(Now.AddMinutes(1), "mail", new ErrandOutcome.Done());

        Assert.Equal("For bo.", Assert.Single(await desk.Store.TroublesAsync(Now.AddDays(-7), Token)).Sentence);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_in_vain_again_and_again_is_a_trouble_too(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        await desk.AskAsync(ErrandDesk.Errand("1"));
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.Empty(await desk.Store.TroublesAsync(Now, Token));
            await desk.SettleAsync(Now.AddMinutes(5 * attempt), "feed", new ErrandOutcome.TryAgain("No token can be had."));
        }

        Assert.Equal("No token can be had.", Assert.Single(await desk.Store.TroublesAsync(Now, Token)).Sentence);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Time_is_set_aside_for_each_kind_by_itself_and_no_message_waits_for_it(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        var outbox = new OutboxStore(desk.Databases, new OutboxSettings());
        await outbox.PromiseAsync([new(new Recipient.Person("ann"), new() { Text = "hello" }, Now) { Campaign = "round" }], Now, Token);
        var length = TimeSpan.FromMilliseconds(200);

        var begins = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.Store.ReserveAsync("feed", length, Now, Token))));

        Assert.Equal(Enumerable.Range(0, 6).Select(i => Now + i * length), begins.Order());
        Assert.Equal(Now, await desk.Store.ReserveAsync("mail", length, Now, Token));
        Assert.Equal(Now, await outbox.OldestDueAsync(Now, Token)); // Not moving, although errands are.
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_was_settled_long_ago_goes_and_what_is_open_stays(string provider)
    {
        using var desk = await ErrandDesk.OpenAsync(provider);
        await desk.AskAsync(ErrandDesk.Errand("old"), ErrandDesk.Errand("open"));
        await desk.SettleAsync(Now, "feed", new ErrandOutcome.Done(), new ErrandOutcome.TryAgain("busy"));
        await desk.AskAsync(ErrandDesk.Errand("new"));
        await desk.Store.CancelAsync("new", Now.AddDays(1), Token);

        desk.Clock.Advance(TimeSpan.FromDays(400) + TimeSpan.FromHours(1));
        await new ErrandCleanUp(desk.Databases, new ErrandSettings(), desk.Clock).RunAsync(Token);

        Assert.Equal(["new", "open"], (await desk.Store.UnderAsync("", Token)).Select(errand => errand.Errand.Key));
    }
}
