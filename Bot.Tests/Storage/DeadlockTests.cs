using Microsoft.EntityFrameworkCore;
using PolicyBot.BotFramework;
using PolicyBot.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage;

public sealed class DeadlockTests
{
    [Fact]
    public async Task Of_two_that_wait_for_each_other_both_come_through()
    {
        using var database = new TestDatabase(TestDatabase.Postgres);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var (token, now) = (TestContext.Current.CancellationToken, ManualClock.Start);
        var outbox = new OutboxStore(databases, new OutboxSettings());
        await outbox.PromiseAsync([.. Enumerable.Range(0, 2).Select(i => new Promise(new Recipient.Person($"p{i}"), new Activity(), now))], now, token);
        var ids = await databases.ReadAsync(open => open.Outbox.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(token));
        var both = new Barrier(2);

        await Task.WhenAll(TouchAsync(ids[0], ids[1]), TouchAsync(ids[1], ids[0]));

        Assert.Equal([4, 4], await databases.ReadAsync(open => open.Outbox.Select(row => row.Attempts).ToListAsync(token)));

        // Each takes its first row, waits for the other to have taken its own, and then wants the other's. Only at the first attempt.
        Task TouchAsync(long first, long second)
        {
            var attempt = 0;
            return Task.Run(() => databases.WriteAsync(async open =>
            {
                await using var transaction = await open.Database.BeginTransactionAsync(token);
                await AddTwoAsync(open, first);
                if (++attempt == 1)
                    both.SignalAndWait(token);
                await AddTwoAsync(open, second);
                await transaction.CommitAsync(token);
                return true;
            }, token));
        }

        Task AddTwoAsync(BotDatabase open, long id) =>
            open.Outbox.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(each => each.Attempts, each => each.Attempts + 2), token);
    }
}
