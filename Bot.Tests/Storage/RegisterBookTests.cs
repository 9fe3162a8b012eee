using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Storage;
using PolicyBot.Tests.Acknowledgements;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage;

/// <summary>The register on both databases: one chain whoever writes, and nothing that is done to its rows goes unseen.</summary>
public sealed class RegisterBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_appended_is_read_back_and_holds(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var register = new RegisterBook(databases);

        await databases.AppendAsync([.. Enumerable.Range(0, 8).Select(SmallRegister.Record)]);
        var head = await databases.AppendAsync([SmallRegister.Record(8)]);

        Assert.Equal((9, 0), (head.Count, (await CheckAsync(register)).Faults.Count));
        Assert.Equal(["opened", "understood", "wants-to-talk", "acknowledged"], (await register.OfAsync("person-1", Token)).Select(entry => entry.Kind));
        Assert.Equal(Now.AddDays(-6).Date, (await register.OfAsync("person-0", Token))[0].At.Date);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Many_writers_at_once_on_two_replicas_make_one_chain(string provider)
    {
        using var database = new TestDatabase(provider);
        using Databases one = new(database.Settings), other = new(database.Settings);
        Databases[] replicas = [one, other];

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => replicas[i % 2].AppendAsync([SmallRegister.Record(4 * i), SmallRegister.Record(4 * i + 1)])));

        var check = await CheckAsync(new RegisterBook(one));
        Assert.Empty(check.Faults);
        Assert.Equal(80, check.Head.Count);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Acknowledged_twenty_times_at_once_from_two_devices_it_stands_once(string provider)
    {
        using var database = new TestDatabase(provider);
        using Databases one = new(database.Settings), other = new(database.Settings);
        var stores = new[] { one, other }.Select(databases => new TurnStore(databases, new([new RegisterRecords()]), new WaitingConversations(TimeProvider.System))).ToList();

        var won = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => stores[i % 2].CommitAsync(
            new TurnCommit(new ConversationKey($"msteams/conversations/{i}"), 0, "{}", Now) { Records = [new Registrations([SmallRegister.Acknowledged("ann", Now)])] }, Token)));

        Assert.Single(won, ids => ids is not null);
        var register = new RegisterBook(one);
        Assert.Single(await register.OfAsync("ann", Token));
        Assert.Empty((await CheckAsync(register)).Faults);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_turn_that_is_not_kept_leaves_no_entry(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var store = new TurnStore(databases, new([new RegisterRecords()]), new WaitingConversations(TimeProvider.System));
        var here = new ConversationKey("msteams/conversations/a:1");
        await store.CommitAsync(new TurnCommit(here, 0, "{}", Now) { Records = [new Registrations([SmallRegister.Record(0)])] }, Token);

        Assert.Null(await store.CommitAsync(new TurnCommit(here, 0, "{}", Now) { Records = [new Registrations([SmallRegister.Record(1)])] }, Token));

        Assert.Equal((1, 0), ((await CheckAsync(new RegisterBook(databases))).Head.Count, (await CheckAsync(new RegisterBook(databases))).Faults.Count));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_is_erased_is_nowhere_and_the_chain_holds(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var register = new RegisterBook(databases);
        await databases.AppendAsync([.. Enumerable.Range(0, 12).Select(SmallRegister.Record)]);

        Assert.Equal(4, (await new PersonRecords(databases).EraseAsync("person-1", "manager", "asked by them after leaving", Now, Token)).Entries);
        await databases.AppendAsync([SmallRegister.Record(12)]);

        Assert.Empty(await register.OfAsync("person-1", Token));
        Assert.Equal(0, (await new PersonRecords(databases).EraseAsync("person-1", "manager", "again", Now, Token)).Entries);
        var check = await CheckAsync(register);
        Assert.Equal((14, 0), (check.Head.Count, check.Faults.Count));
    }

    [Theory]
    [InlineData("""DELETE FROM "Register" WHERE "Number" = 7""")]
    [InlineData("""DELETE FROM "Register" WHERE "Number" > 900""")]
    [InlineData("""DELETE FROM "Register" """)]
    [InlineData("""UPDATE "Register" SET "Person" = 'somebody else' WHERE "Number" = 500""")]
    [InlineData("""UPDATE "Register" SET "Detail" = replace("Detail", 'true', 'false') WHERE "Number" = 2""")]
    [InlineData("""UPDATE "Register" SET "At" = "At" + 1 WHERE "Number" = 1000""")]
    [InlineData("""UPDATE "Register" SET "Person" = NULL, "Detail" = NULL, "Salt" = NULL WHERE "Number" = 12""")]
    [InlineData("""UPDATE "Register" SET "Number" = -1 WHERE "Number" = 10; UPDATE "Register" SET "Number" = 10 WHERE "Number" = 11; UPDATE "Register" SET "Number" = 11 WHERE "Number" = -1""")]
    [InlineData("""UPDATE "RegisterHead" SET "Count" = 999""")]
    public async Task What_is_done_to_the_rows_is_seen(string tampering)
    {
        foreach (var provider in TestDatabase.Both.Select(row => row.Data))
        {
            using var database = new TestDatabase(provider);
            using var databases = new Databases(database.Settings);
            await databases.PrepareAsync();
            var register = new RegisterBook(databases);
            await databases.AppendAsync([.. Enumerable.Range(0, 1_000).Select(SmallRegister.Record)]);
            Assert.Empty((await CheckAsync(register)).Faults);

            await databases.WriteAsync(store => store.Database.ExecuteSqlRawAsync(tampering, Token), Token);

            Assert.NotEmpty((await CheckAsync(register)).Faults);
        }
    }

    private static async Task<ChainCheck> CheckAsync(RegisterBook register)
    {
        var check = new ChainCheck();
        check.End(await register.ReadAsync(check.Take, Token));
        return check;
    }
}
