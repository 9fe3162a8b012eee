using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Storage;
using static PolicyBot.Tests.Acknowledgements.Days;

namespace PolicyBot.Tests.Storage;

/// <summary>The roster on both databases: who somebody is does not hang on a name, nor on the last file.</summary>
public sealed class RosterBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    private static readonly StaffMember Sam = new(PersonId.Parse("P-1"), "Sam Patel", PersonKind.Staff)
    {
        Email = "sam@school.example",
        Starts = Day("2020-09-01"),
        Leaves = [new DayRange(Day("2026-01-05"), Day("2026-03-31")), new DayRange(Day("2026-06-01"), null)],
        WorkingDays = new WorkingDays([DayOfWeek.Monday, DayOfWeek.Saturday]) { Hours = new(new(7, 30), new(18, 0)) },
    };

    private static readonly StaffMember Jo = new(PersonId.FromEmail("jo@school.example"), "Zoë O'Neill \"Jo\" 𝒵", PersonKind.Volunteer);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Everything_about_a_person_comes_back_as_it_was(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var book = new RosterBook(databases);
        Assert.Empty((await book.ReadAsync(Token)).People);

        var comparison = await book.BringInAsync(new Roster([Jo, Sam]), Now, Token);

        Assert.Equal([Jo, Sam], comparison.Joined);
        var kept = await book.ReadAsync(Token);
        Assert.Equal([Sam.Name, Jo.Name], kept.People.Select(person => person.Name));
        Assert.Equivalent(Sam, kept.People[0], strict: true);
        Assert.Equal((Jo.Id, Jo.Kind, null), (kept.People[1].Id, kept.People[1].Kind, kept.People[1].Email));
        Assert.Empty((await book.BringInAsync(new Roster([Sam, Jo]), Now.AddDays(1), Token)).Sentences());
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_has_a_new_name_is_the_same_person(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var book = new RosterBook(databases);
        await book.BringInAsync(new Roster([Sam, Jo]), Now, Token);

        var comparison = await book.BringInAsync(new Roster([Sam with { Name = "Sam Jones" }, Jo]), Now, Token);

        Assert.Equal(["Sam Patel is now called Sam Jones."], comparison.Sentences());
        Assert.Equal("Sam Jones", (await book.ReadAsync(Token)).Find(Sam.Id)?.Name);
        Assert.Equal(2, (await book.ReadAsync(Token)).People.Count);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_leaver_stays_with_their_last_day_and_so_does_who_is_not_listed(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var book = new RosterBook(databases);
        await book.BringInAsync(new Roster([Sam, Jo]), Now, Token);

        var comparison = await book.BringInAsync(new Roster([Sam with { Ends = Day("2026-08-31") }]), Now, Token);

        Assert.Equal([Jo.Id], comparison.Left.Select(person => person.Id));
        var kept = (await book.ReadAsync(Token)).On(Day("2026-09-07"));
        Assert.Equal(Sam.Id, Assert.Single(kept.Left).Id);
        Assert.Equal(Jo.Id, Assert.Single(kept.Working).Id);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_roster_that_many_bring_in_at_once_is_whole(string provider)
    {
        using var database = new TestDatabase(provider);
        using Databases one = new(database.Settings), other = new(database.Settings);
        var people = Enumerable.Range(0, 12_000).Select(number => Sam with { Id = PersonId.Parse($"P-{number}") }).ToList();

        await Task.WhenAll(new[] { one, other, one }.Select(databases =>
            new RosterBook(databases).BringInAsync(new Roster(people.OrderBy(_ => Random.Shared.Next())), Now, Token)));

        Assert.Equal(12_000, (await new RosterBook(one).ReadAsync(Token)).People.Count);
    }
}
