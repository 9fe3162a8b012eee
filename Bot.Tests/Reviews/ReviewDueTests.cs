using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Tests.Rooms;

namespace PolicyBot.Tests.Reviews;

public sealed class ReviewDueTests
{
    [Fact]
    public void The_shipped_policy_is_due_when_its_text_says() =>
        Assert.Equal(new DateOnly(2023, 9, 30), ReviewDue.Of(Shipped(), []));

    [Fact]
    public void A_review_without_change_says_the_next_day_and_so_does_the_one_after_it()
    {
        var reviews = new[] { Done("2023-09-30", "2026-12-31"), Done("2026-12-31", "2027-12-31"), Open("2027-12-31") };

        Assert.Equal(new DateOnly(2027, 12, 31), ReviewDue.Of(Shipped(), reviews));
        Assert.Equal(new ReviewedPolicy(new DateOnly(2026, 12, 1), "The head", new DateOnly(2027, 12, 31)), ReviewDue.LastOf(Shipped(), reviews));
    }

    [Fact]
    public void A_text_with_another_date_begins_anew()
    {
        var reviews = new[] { Done("2023-09-30", "2026-12-31") };
        var text = Shipped() with { ReviewDue = new WrittenDate("September 2028", new DateOnly(2028, 9, 30), true) };

        Assert.Equal(new DateOnly(2028, 9, 30), ReviewDue.Of(text, reviews));
        Assert.Null(ReviewDue.LastOf(text, reviews));
    }

    [Fact]
    public void A_policy_without_a_date_has_one_as_soon_as_a_review_says_it()
    {
        var text = Shipped() with { ReviewDue = null };

        Assert.Equal(Review.NoDate, ReviewDue.Of(text, []));
        Assert.Equal(new DateOnly(2027, 12, 31), ReviewDue.Of(text, [Done("0001-01-01", "2027-12-31")]));
    }

    [Theory]
    [InlineData("annually", "31 October 2022")]
    [InlineData("Every two years", "31 October 2023")]
    [InlineData("every 18 months", "30 April 2023")]
    [InlineData("at least every 3 years", "31 October 2024")]
    public void A_policy_that_says_only_how_often_is_due_so_long_after_it_was_adopted(string words, string day)
    {
        Assert.True(WrittenDates.TryParse("October 2021", out var adopted));
        var due = ReviewInterval.DateFrom(words, adopted)!;

        Assert.True(due.IsAssumed);
        Assert.Equal($"{day} (\"{words}\", and adopted October 2021)", due.AsWritten);
    }

    [Theory]
    [InlineData("September 2023")]
    [InlineData("regularly")]
    [InlineData("")]
    public void Other_words_are_no_interval(string words) => Assert.Null(ReviewInterval.MonthsIn(words));

    private static Policy Shipped() => PolicyLibrary.Load(Path.Combine(RoomOrder.SourceFolder, "Policies", "Library", "social-media")).Library.Policies[0];

    private static Review Done(string due, string next) => Open(due) with
    {
        Outcome = new ReviewOutcome(false, "The head", new DateOnly(2026, 12, 1), Day(next), "Manager", default),
    };

    private static Review Open(string due) => new("social-media", Day(due)) { Key = "key" };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
