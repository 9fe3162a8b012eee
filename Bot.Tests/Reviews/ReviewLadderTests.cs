using PolicyBot.Reviews;

namespace PolicyBot.Tests.Reviews;

public sealed class ReviewLadderTests
{
    private static readonly DateOnly Due = new(2027, 9, 30);

    private readonly ReviewLadder _ladder = new(new ReviewSettings { Head = "head", Chair = "chair" });

    [Theory]
    [InlineData("2027-07-01", "")]
    [InlineData("2027-07-02", "before-90")]
    [InlineData("2027-07-20", "before-72")]
    [InlineData("2027-09-30", "due")]
    [InlineData("2027-10-01", "overdue-1")]
    [InlineData("2030-11-02", "overdue-1")]
    public void The_first_prompt_says_how_things_stand_however_late_it_is(string today, string step) =>
        Assert.Equal(step, Said(New(), today));

    [Fact]
    public void A_review_that_nobody_touches_is_spoken_of_on_its_days_and_then_each_month()
    {
        var said = Walk(New(), new DateOnly(2027, 6, 1), new DateOnly(2028, 1, 15));

        Assert.Equal(
            "02/07 before-90, 01/08 before-60, 31/08 before-30, 23/09 before-7, 30/09 due, 30/10 overdue-6, 30/10 head, 29/11 chair, 30/11 overdue-7, 30/12 overdue-8",
            said);
    }

    [Fact]
    public void A_policy_that_is_overdue_when_the_bot_comes_gets_one_notice_and_the_head_waits_from_there()
    {
        var said = Walk(New(new DateOnly(2023, 9, 30)), new DateOnly(2026, 11, 28), new DateOnly(2027, 2, 1));

        Assert.Equal("28/11 overdue-1, 28/12 overdue-2, 28/12 head, 27/01 chair, 28/01 overdue-3", said);
    }

    [Fact]
    public void What_fell_into_the_holidays_is_one_prompt_after_them()
    {
        var review = New().Prompted(new ReviewStep(ReviewStepKind.Before, 90), new DateOnly(2027, 7, 2));

        Assert.Equal("before-28", Said(review, "2027-09-02"));
        Assert.Equal("", Said(review.Prompted(default, new DateOnly(2027, 9, 2)), "2027-09-03"));
    }

    [Fact]
    public void Being_reminded_later_puts_off_the_prompts_and_nothing_else()
    {
        var review = New().Prompted(new ReviewStep(ReviewStepKind.Due, 0), Due) with { LaterOn = new DateOnly(2027, 11, 20) };

        Assert.Equal("", Said(review, "2027-10-29"));
        Assert.Equal("head", Said(review, "2027-10-30"));
        Assert.Equal("later-2, head", Said(review, "2027-11-20"));
    }

    [Fact]
    public void Who_was_given_it_and_puts_it_off_hears_of_it_under_another_name()
    {
        var given = ReviewLadder.GivenOrLater(New());
        var review = New().Prompted(given, Due) with { LaterOn = Due.AddDays(7) };

        Assert.NotEqual(given, Assert.Single(_ladder.DueOn(review, Due.AddDays(7))));
    }

    [Fact]
    public void After_later_the_ladder_goes_on_where_it_would_be()
    {
        var review = New().Prompted(new ReviewStep(ReviewStepKind.Before, 90), new DateOnly(2027, 7, 2)) with { LaterOn = new DateOnly(2027, 9, 10) };

        Assert.Equal("", Said(review, "2027-09-01"));
        Assert.Equal("later-2", Said(review, "2027-09-10"));
        Assert.Equal("before-7", Said(review.Prompted(new ReviewStep(ReviewStepKind.Later, 1), new DateOnly(2027, 9, 10)), "2027-09-23"));
    }

    [Fact]
    public void A_policy_without_a_date_is_spoken_of_each_quarter_and_never_to_the_head() =>
        Assert.Equal("28/11 undated-1, 28/02 undated-2", Walk(New(Review.NoDate), new DateOnly(2026, 11, 28), new DateOnly(2027, 5, 1)));

    [Fact]
    public void What_is_done_is_not_spoken_of_any_more() =>
        Assert.Equal("", Said(New() with { Outcome = new ReviewOutcome(false, "Head", Due, Due.AddYears(1), "Manager", default) }, "2028-12-01"));

    [Fact]
    public void Nobody_is_told_in_place_of_a_head_who_is_not_named()
    {
        var ladder = new ReviewLadder(new ReviewSettings());
        var review = New().Prompted(new ReviewStep(ReviewStepKind.Due, 0), Due);

        Assert.Empty(ladder.DueOn(review, Due.AddDays(29)));
        Assert.Equal([ReviewStepKind.Overdue], ladder.DueOn(review, Due.AddDays(70)).Select(step => step.Kind));
    }

    [Theory]
    [InlineData((int)ReviewStepKind.Before, "bo")]
    [InlineData((int)ReviewStepKind.Later, "bo")]
    [InlineData((int)ReviewStepKind.Due, "bo manager")]
    [InlineData((int)ReviewStepKind.Overdue, "bo manager")]
    [InlineData((int)ReviewStepKind.Head, "head")]
    [InlineData((int)ReviewStepKind.Chair, "chair")]
    public void Who_was_given_it_hears_of_it_and_once_it_is_late_the_manager_again(int kind, string people) =>
        Assert.Equal(people, string.Join(' ', _ladder.PeopleFor(new ReviewStep((ReviewStepKind)kind, 1), New() with { Owner = new ReviewOwner("bo", "Bo") }, "manager")));

    [Fact]
    public void Where_nobody_is_known_nobody_is_told_and_the_manager_who_reviews_it_only_once()
    {
        Assert.Empty(_ladder.PeopleFor(new ReviewStep(ReviewStepKind.Overdue, 1), New(), null));
        Assert.Equal(["manager"], _ladder.PeopleFor(new ReviewStep(ReviewStepKind.Overdue, 1), New() with { Owner = new ReviewOwner("manager", "Sam") }, "manager"));
    }

    private static Review New(DateOnly? due = null) => new("social-media", due ?? Due) { Key = "key" };

    private string Said(Review review, string today) =>
        string.Join(", ", _ladder.DueOn(review, DateOnly.ParseExact(today, "yyyy-MM-dd")));

    private string Walk(Review review, DateOnly from, DateOnly until)
    {
        var said = new List<string>();
        for (var day = from; day <= until; day = day.AddDays(1))
            foreach (var step in _ladder.DueOn(review, day))
            {
                said.Add($"{day:dd/MM} {step}");
                review = review.Prompted(step, day);
            }

        return string.Join(", ", said);
    }
}
