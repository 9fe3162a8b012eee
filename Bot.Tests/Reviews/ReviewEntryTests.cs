using PolicyBot.Reviews;

namespace PolicyBot.Tests.Reviews;

public sealed class ReviewEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Days_may_be_written_as_people_write_them()
    {
        var (outcome, wrong) = new ReviewEntry(" The governing body ", "27/11/2026", "Autumn Term 2027").Read("Sam", Now);

        Assert.Null(wrong);
        Assert.Equal(new ReviewOutcome(false, "The governing body", new DateOnly(2026, 11, 27), new DateOnly(2027, 12, 31), "Sam", Now), outcome);
    }

    [Theory]
    [InlineData("The head", "30 November 2026", "1 December 2026")]
    [InlineData("The head", "1 October 2020", "30 November 2030")]
    public void Today_is_past_enough_and_tomorrow_is_late_enough(string approved, string on, string next) =>
        Assert.NotNull(new ReviewEntry(approved, on, next).Read("Sam", Now).Outcome);

    [Theory]
    [InlineData("Today", 30)]
    [InlineData(" yesterday", 29)]
    public void The_day_may_be_said_from_today(string on, int day) =>
        Assert.Equal(new DateOnly(2026, 11, day), new ReviewEntry("The head", on, "September 2027").Read("Sam", Now).Outcome?.ApprovedOn);

    [Theory]
    [InlineData(" ", "27 November 2026", "September 2027", "Please say who approved it: the head, a governor or a committee.")]
    [InlineData("The head", "last week", "September 2027", "I cannot read 'last week' as the day it was approved. Write it like 30 November 2026.")]
    [InlineData("The head", "", "September 2027", "I cannot read '' as the day it was approved. Write it like 30 November 2026.")]
    [InlineData("The head", "27 November 2026", "annually", "I cannot read 'annually' as the next date. Write it like 30 November 2027 or September 2027.")]
    [InlineData("The head", "1 December 2026", "September 2027", "1 December 2026 is still to come. Write the day on which it was approved.")]
    [InlineData("The head", "27 November 2026", "November 2026", "November 2026 has passed. Write when the next review is due.")]
    public void What_cannot_be_taken_is_said_in_a_sentence(string approved, string on, string next, string sentence) =>
        Assert.Equal((null, sentence), new ReviewEntry(approved, on, next).Read("Sam", Now));
}
