using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>Whom a round still has to do with, on both databases, without reading everybody.</summary>
public sealed class RoundBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    private static readonly Round Round = new("social-media-1", "social-media", "0123456789ab", Now, "Sam", Round.ByHand);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_has_confirmed_or_is_exempt_is_not_looked_at_again_and_nobody_else_is_left_out(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        await BeginAsync(databases, ["a", "b", "c", "d", "e", "f"], [Member("a"), Member("b"), Member("c"), Member("d"), Member("f")]);
        await StoreOf(databases).WriteAsync(
            [new Registrations([Entry("b", new RegisterEvent.Acknowledged("R-1", "Bo", "0", "I have.", Round: Round.Id)), Entry("d", new RegisterEvent.Exempted("Sam", "away")), Entry("f", new RegisterEvent.WantsToTalk())])], [], Token);
        var book = new RoundBook(databases);

        var first = await book.UnsettledAsync(Round.Id, "", 2, Token);
        var rest = await book.UnsettledAsync(Round.Id, first[^1].Person.Id.Value, 2, Token);

        Assert.Equal(["a", "c", "e", "f"], first.Concat(rest).Select(each => each.Person.Id.Value));
        Assert.Equal([MemberState.Open, MemberState.Open, null, MemberState.WantsToTalk], first.Concat(rest).Select(each => each.Member?.State));
        Assert.Empty(await book.UnsettledAsync(Round.Id, "f", 2, Token));
        Assert.Equal(4, await book.CountUnsettledAsync(Round.Id, Token));
        Assert.Equal(6, await book.CountUnsettledAsync("another round", Token));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_is_due_comes_with_what_the_roster_says_of_them_now(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        await BeginAsync(databases, ["a", "b"], [Member("a"), Member("b") with { NextAt = Now.AddMinutes(-5) }, Member("gone") with { NextAt = Now.AddMinutes(-9) }, Member("later") with { NextAt = Now.AddMinutes(1) }]);
        await new RosterBook(databases).BringInAsync(new Roster([Person("b") with { Name = "Bo Reed", Ends = new DateOnly(2026, 9, 4) }]), Now, Token);

        var due = await new RoundBook(databases).DueAsync(Round.Id, Now, 10, Token);

        Assert.Equal([("gone", null), ("b", "Bo Reed"), ("a", "a")], due.OrderBy(each => each.Member.NextAt).Select(each => (each.Member.Person, each.Person?.Name)));
        Assert.Equal(["gone", "b"], (await new RoundBook(databases).DueAsync(Round.Id, Now, 2, Token)).OrderBy(each => each.Member.NextAt).Select(each => each.Member.Person));
    }

    private static async Task BeginAsync(Databases databases, string[] roster, RoundMember[] members)
    {
        await databases.PrepareAsync();
        await new RosterBook(databases).BringInAsync(new Roster(roster.Select(Person)), Now, Token);
        Assert.True(await StoreOf(databases).WriteAsync([new RoundRecord.Started(Round), new RoundRecord.Joined(members)], [], Token));
    }

    private static RecordStore StoreOf(Databases databases) => new(databases, new TurnRecords([new RegisterRecords(), new RoundRecords()]), new ManualClock(Now));

    private static StaffMember Person(string id) => new(PersonId.Parse(id), id, PersonKind.Staff);

    private static RoundMember Member(string person) => new(Round.Id, person, new DateOnly(2026, 9, 7)) { NextAt = Now };

    private static RegisterRecord Entry(string person, RegisterEvent happened) => new(person, Round.Policy, Round.Version, happened, Now);
}
