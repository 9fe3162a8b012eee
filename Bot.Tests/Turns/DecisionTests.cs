using Microsoft.EntityFrameworkCore;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

public sealed class DecisionTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Where_another_was_first_while_one_was_deciding_it_is_decided_again_on_what_the_other_left(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var one = new BareBot(database);
        await using var other = new BareBot(database);
        var seen = new List<int?>();

        await one.HearAsync("mine", async (count, _, _) =>
        {
            seen.Add(count?.Number);
            if (count is null)
                await other.HearAsync("theirs", (none, _, _) => new(CountingBot.Next(none, "theirs")));
            return CountingBot.Next(count, "mine");
        });

        Assert.Equal([null, 1], seen);
        Assert.Equal(["1 theirs"], other.Said);
        Assert.Equal(["2 mine"], one.Said);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_decision_that_changes_nothing_writes_nothing(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = new BareBot(database);
        var asked = BareBot.Message("hi");

        await bot.HearAsync(bot.Turn(asked), (_, _, _) => default);

        Assert.Empty(bot.Said);
        Assert.Equal(new Remembered(null, 0, null), await bot.Store.LoadAsync(
            BareBot.Here, [TurnKey.OfActivity(asked)!.Value], TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_state_that_cannot_be_read_is_forgotten_and_the_person_is_answered(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = new BareBot(database);
        await bot.HearAsync("one", (count, _, _) => new(CountingBot.Next(count, "one")));
        await bot.Databases.WriteAsync(store => store.States.ExecuteUpdateAsync(row => row.SetProperty(state => state.Json, "{\"number\": [")), TestContext.Current.CancellationToken);

        await bot.HearAsync("two", (count, _, _) => new(CountingBot.Next(count, "two")));
        await bot.HearAsync("three", (count, _, _) => new(CountingBot.Next(count, "three")));

        Assert.Equal(["1 one", "1 two", "2 three"], bot.Said);
    }
}
