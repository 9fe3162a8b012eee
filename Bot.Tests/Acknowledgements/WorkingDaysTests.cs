using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Calendar;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("Mon-Fri", "Mon, Tue, Wed, Thu, Fri")]
    [InlineData("Mon, Wed, Fri", "Mon, Wed, Fri")]
    [InlineData("Monday Tuesday", "Mon, Tue")]
    [InlineData("mondays and thursdays", "Mon, Thu")]
    [InlineData("Tues – Thurs", "Tue, Wed, Thu")]
    [InlineData("Mon to Wed, Fri", "Mon, Tue, Wed, Fri")]
    [InlineData("Weds/Fri", "Wed, Fri")]
    [InlineData("Fri-Mon", "Mon, Fri, Sat, Sun")]
    [InlineData("Su", "Sun")]
    public void Days_are_read_as_schools_write_them(string written, string days)
    {
        Assert.True(WorkingDays.TryParse(written, out var read));
        Assert.Equal(days, read.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("T")]
    [InlineData("Mon, Fun")]
    [InlineData("Mon-")]
    [InlineData("Mon-Wed-Fri")]
    [InlineData("3")]
    public void A_word_that_is_no_day_is_refused(string written) => Assert.False(WorkingDays.TryParse(written, out _));

    [Theory]
    [InlineData("Mon, Wed")]
    [InlineData("Sat, Sun 07:30-18:00")]
    public void What_is_written_down_is_read_back(string written) =>
        Assert.Equal(written, WorkingDays.Parse(written).ToString());

    [Fact]
    public void The_same_days_in_another_order_are_the_same()
    {
        Assert.True(WorkingDays.TryParse("Wed, Mon", out var one));
        Assert.True(WorkingDays.TryParse("Monday, Wednesday", out var other));

        Assert.Equal(one, other);
        Assert.NotEqual(one, WorkingDays.MondayToFriday);
        Assert.NotEqual(one, one with { Hours = new DayHours(new TimeOnly(15, 0), new TimeOnly(18, 0)) });
    }

    [Theory]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-23", true)]
    public void Where_nobody_said_the_days_are_Monday_to_Friday(string day, bool works) =>
        Assert.Equal(works, WorkingDays.MondayToFriday.WorksOn(Days.Day(day)));

    [Theory]
    [InlineData("15:00-18:00", "15:00-18:00")]
    [InlineData("7.30 – 9.00", "07:30-09:00")]
    [InlineData("3pm to 6:15 PM", "15:00-18:15")]
    public void Hours_are_read(string written, string hours)
    {
        Assert.True(DayHours.TryParse(written, out var read));
        Assert.Equal(hours, read.ToString());
    }

    [Theory]
    [InlineData("3-6")]
    [InlineData("18:00-15:00")]
    [InlineData("15:00")]
    [InlineData("15:00-25:00")]
    [InlineData("07:30-09:00, 15:00-18:00")]
    public void Hours_that_leave_a_doubt_are_refused(string written) => Assert.False(DayHours.TryParse(written, out _));

    [Theory]
    [InlineData(14, 59, false)]
    [InlineData(15, 0, true)]
    [InlineData(17, 59, true)]
    [InlineData(18, 0, false)]
    public void Hours_begin_with_their_first_minute_and_end_before_their_last(int hour, int minute, bool within) =>
        Assert.Equal(within, new DayHours(new TimeOnly(15, 0), new TimeOnly(18, 0)).Includes(new TimeOnly(hour, minute)));
}
