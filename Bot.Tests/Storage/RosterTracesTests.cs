using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Storage;
using static PolicyBot.Tests.Acknowledgements.Days;

namespace PolicyBot.Tests.Storage;

/// <summary>What bringing a roster in leaves in the register, on both databases.</summary>
public sealed class RosterTracesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly StaffMember
        Sam = new(PersonId.Parse("P-1"), "Sam Patel", PersonKind.Staff),
        Ali = new(PersonId.FromEmail("ali@agency.example"), "Ali Khan", PersonKind.Agency) { Email = "ali@agency.example" };

    private static readonly StaffMember AliWithId = Ali with { Id = PersonId.Parse("7f3c2a10-9b4e-4d21-8c55-0a1b2c3d4e5f") };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Leave_is_entered_as_it_is_brought_in_and_the_chain_holds(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var (book, register) = (new RosterBook(databases), new RegisterBook(databases));
        await book.BringInAsync(new Roster([Sam]), Now, Token);
        Assert.Empty(await EntriesAsync(register));

        await book.BringInAsync(new Roster([Sam with { Leaves = [new DayRange(Day("2026-11-01"), null)], Ends = Day("2027-07-31") }]), Now, Token);
        await book.BringInAsync(new Roster([Sam with { Leaves = [new DayRange(Day("2026-11-01"), null)], Ends = Day("2027-07-31") }]), Now.AddDays(1), Token);
        await book.BringInAsync(new Roster([Sam with { Leaves = [new DayRange(Day("2026-11-01"), Day("2026-12-04"))], Ends = Day("2027-07-31") }]), Now.AddDays(2), Token);

        var entries = await EntriesAsync(register);
        Assert.Equal(["on-leave", "last-day", "on-leave"], entries.Select(entry => entry.Kind));
        Assert.All(entries, entry => Assert.Equal(("P-1", "", ""), (entry.Person, entry.Item, entry.Version)));
        Assert.Equal(new RegisterEvent.OnLeave("roster", Day("2026-11-01"), Day("2026-12-04")), entries[2].ReadEvent());
        Assert.Equal(Now.AddDays(2), entries[2].At);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Brought_in_many_times_at_once_one_leave_is_entered_once(string provider)
    {
        using var database = new TestDatabase(provider);
        using Databases one = new(database.Settings), other = new(database.Settings);
        await Task.WhenAll(one.PrepareAsync(), other.PrepareAsync());
        var roster = new Roster([Sam with { Leaves = [new DayRange(Day("2026-11-01"), null)] }]);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => new RosterBook(number % 2 == 0 ? one : other).BringInAsync(roster, Now, Token)));

        Assert.Single(await EntriesAsync(new RegisterBook(one)));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_is_given_an_id_keeps_what_stands_under_the_email_and_is_forgotten_with_it(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var (book, register) = (new RosterBook(databases), new RegisterBook(databases));
        await book.BringInAsync(new Roster([Ali, Sam]), Now, Token);
        await databases.AppendAsync([Paper(Ali), Paper(Sam)]);

        var comparison = await book.BringInAsync(new Roster([AliWithId, Sam]), Now, Token);

        Assert.Equal(AliWithId.Id, Assert.Single(comparison.NewIds).Now.Id);
        var kept = await book.ReadAsync(Token);
        Assert.Equal([AliWithId.Id, Sam.Id], kept.People.Select(person => person.Id));
        Assert.Equal([Ali.Id], kept.People[0].EarlierIds);
        Assert.Equal(["signed-on-paper", "identified"], (await register.OfAsync(AliWithId.Id.Value, Token)).Select(entry => entry.Kind));

        await book.BringInAsync(new Roster([AliWithId with { Name = "Ali Shah" }]), Now, Token);
        Assert.Equal([Ali.Id], (await book.ReadAsync(Token)).Find(AliWithId.Id)!.EarlierIds);

        var records = new PersonRecords(databases);
        Assert.Equal(new Erasure(0, 0), await records.EraseAsync("mail:ali", "manager", "no such id", Now, Token));
        Assert.Equal(new Erasure(2, 1), await records.EraseAsync(Ali.Id.Value, "manager", "asked by them", Now, Token));
        Assert.Equal([Sam.Id], (await book.ReadAsync(Token)).People.Select(person => person.Id));
        var entries = await EntriesAsync(register);
        Assert.Equal([true, false, true, false], entries.Select(entry => entry.IsErased));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_roster_that_does_not_tell_who_is_who_changes_nothing(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var book = new RosterBook(databases);
        await book.BringInAsync(new Roster([Ali]), Now, Token);

        var comparison = await book.BringInAsync(new Roster([AliWithId, AliWithId with { Id = Sam.Id }]), Now, Token);

        Assert.Single(comparison.Faults);
        Assert.Equal([Ali.Id], (await book.ReadAsync(Token)).People.Select(person => person.Id));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_turn_after_it_has_no_more_patience_with_the_database_than_before(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var before = await PatienceAsync();

        await new RosterBook(databases).BringInAsync(new Roster([Sam]), Now, Token);

        Assert.Equal(before, await PatienceAsync());

        Task<int?> PatienceAsync() => databases.ReadAsync(open => Task.FromResult(open.Database.GetCommandTimeout()));
    }

    private static RegisterRecord Paper(StaffMember person) =>
        new(person.Id.Value, "social-media", "0123456789ab", new RegisterEvent.SignedOnPaper(Day("2026-11-20"), "Jo Reed", "no account"), Now);

    private static async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(RegisterBook register)
    {
        var (entries, check) = (new List<RegisterEntry>(), new ChainCheck());
        check.End(await register.ReadAsync(entry =>
        {
            check.Take(entry);
            entries.Add(entry);
        }, Token));
        Assert.Empty(check.Faults);
        return entries;
    }
}
