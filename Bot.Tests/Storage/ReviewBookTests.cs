using PolicyBot.Reviews;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>What is kept of a review, on both databases.</summary>
public sealed class ReviewBookTests
{
    private static readonly DateOnly Due = new(2027, 9, 30);

    private static readonly Review New = new("social-media", Due) { Key = "a-key" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Everything_about_a_review_is_read_as_it_was_written(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var whole = New with
        {
            FirstPrompted = Due.AddDays(-90),
            LastPrompted = Due,
            Prompts = 5,
            LaterOn = Due.AddDays(7),
            Owner = new ReviewOwner("9a", "Bo Reed"),
            HeadTold = Due.AddDays(30),
            ChairTold = Due.AddDays(60),
            Outcome = new ReviewOutcome(false, "The governing body", Due.AddDays(61), Due.AddYears(1), "Sam", new DateTimeOffset(2027, 11, 30, 9, 0, 0, TimeSpan.Zero)),
        };

        Assert.True(await WriteAsync(databases, New));
        Assert.True(await WriteAsync(databases, whole with { Version = 1 }));

        Assert.Equal([whole with { Version = 2 }], await new ReviewBook(databases).ReadAsync(Token));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Of_two_who_saw_the_same_one_writes_and_the_other_keeps_nothing(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();

        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => WriteAsync(databases, New with { Prompts = number })));
        var later = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => WriteAsync(databases, New with { Version = 1, Prompts = number })));

        Assert.Equal([1, 1], [first.Count(kept => kept), later.Count(kept => kept)]);
        Assert.Equal(2, Assert.Single(await new ReviewBook(databases).ReadAsync(Token)).Version);
    }

    private static Task<bool> WriteAsync(Databases databases, Review review) =>
        new RecordStore(databases, new TurnRecords([new ReviewRecords()]), TimeProvider.System).WriteAsync([new ReviewRecord(review)], [], Token);
}
