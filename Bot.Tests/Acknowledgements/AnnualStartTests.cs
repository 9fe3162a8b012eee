using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.Rounds;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>The school year of the calendar begins on Thursday, 3 September 2026: the day before is for training.</summary>
public sealed class AnnualStartTests
{
    private static readonly AnnualStart Annual = new(Calendars.Year, 9);

    [Theory]
    [InlineData("2026-09-02", false)]
    [InlineData("2026-09-03", true)]
    [InlineData("2026-09-05", false)]
    [InlineData("2026-09-09", true)]
    [InlineData("2026-09-10", false)]
    [InlineData("2026-10-01", false)]
    public void It_is_due_in_the_first_school_week_of_its_month(string day, bool isDue) =>
        Assert.Equal(isDue, Annual.IsDue(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), []));

    [Theory]
    [InlineData("2026-09-03 07:30", false)]
    [InlineData("2026-08-05 09:00", false)]
    [InlineData("2026-03-02 09:00", true)]
    public void Once_a_year_is_enough(string last, bool isDue) =>
        Assert.Equal(isDue, Annual.IsDue(new DateOnly(2026, 9, 4), [new Round("r", "social-media", "0123456789ab", Calendars.At(last), "Sam", Round.ByHand) { State = RoundState.Stopped }]));

    [Fact]
    public void Where_no_month_is_set_none_begins_by_itself() =>
        Assert.False(new AnnualStart(SchoolCalendar.WithoutTerms, null).IsDue(new DateOnly(2026, 9, 3), []));
}
