using System.Globalization;
using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Calendar;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class SchoolCalendarTests
{
    private static readonly SchoolCalendar Year = Calendars.Year;
    private static readonly WorkingDays Mondays = new([DayOfWeek.Monday]);
    private static readonly WorkingDays Afternoons = WorkingDays.MondayToFriday with { Hours = new(new(15, 0), new(20, 0)) };
    private static readonly WorkingDays Weekends =
        new([DayOfWeek.Saturday]) { Hours = new(new(6, 0), new(7, 30)) };

    [Theory]
    [InlineData("2026-09-01", false, true)] // before term
    [InlineData("2026-09-02", false, false)] // training
    [InlineData("2026-09-03", true, false)]
    [InlineData("2026-09-05", false, false)] // Saturday
    [InlineData("2026-10-23", true, false)]
    [InlineData("2026-10-26", false, true)] // half term
    [InlineData("2026-10-30", false, true)]
    [InlineData("2026-10-31", false, false)]
    [InlineData("2026-11-02", true, false)]
    [InlineData("2026-12-18", true, false)]
    [InlineData("2026-12-21", false, true)]
    [InlineData("2027-05-03", false, false)] // a bank holiday that the file does not list
    [InlineData("2027-07-21", true, false)]
    [InlineData("2027-07-22", false, true)]
    public void A_weekday_in_term_is_open_unless_it_is_closed(string day, bool open, bool holiday)
    {
        Assert.Equal(open, Year.IsOpen(Day(day)));
        Assert.Equal(holiday, Year.IsHoliday(Day(day)));
    }

    [Theory]
    [InlineData("2026-09-03", "2026-09-03")]
    [InlineData("2026-10-24", "2026-11-02")]
    [InlineData("2026-12-19", "2027-01-04")]
    [InlineData("2020-01-01", "2026-09-03")]
    [InlineData("2027-07-22", null)]
    public void The_next_open_day_is_the_day_itself_or_after_the_holiday(string day, string? next) =>
        Assert.Equal(next, Year.NextOpen(Day(day))?.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("2026-10-19", "2026-10-23", 4)]
    [InlineData("2026-10-23", "2026-11-02", 1)]
    [InlineData("2026-10-23", "2026-11-01", 0)]
    [InlineData("2026-11-26", "2026-11-30", 1)]
    [InlineData("2026-10-23", "2026-10-23", 0)]
    [InlineData("2026-10-23", "2026-10-19", 0)]
    public void Open_days_are_counted_after_the_one_day_up_to_the_other(string after, string until, int days) =>
        Assert.Equal(days, Year.OpenDaysBetween(Day(after), Day(until)));

    [Theory]
    [InlineData("2026-10-23T06:59:00Z", false)] // summer time: 07:59 at the school
    [InlineData("2026-10-23T07:00:00Z", true)]
    [InlineData("2026-10-23T16:59:59Z", true)]
    [InlineData("2026-10-23T17:00:00Z", false)]
    [InlineData("2026-11-02T07:30:00Z", false)] // winter time
    [InlineData("2026-11-02T08:00:00Z", true)]
    [InlineData("2026-11-02T17:59:59Z", true)]
    [InlineData("2026-11-02T13:00:00+05:00", true)]
    [InlineData("2026-10-28T10:00:00Z", false)]
    public void School_time_goes_by_the_clock_on_the_schools_wall(string instant, bool isSchoolTime) =>
        Assert.Equal(isSchoolTime, Year.IsSchoolTime(Instant(instant)));

    [Theory]
    [InlineData("2026-10-23 12:34", "2026-10-23 12:34")]
    [InlineData("2026-10-23 03:00", "2026-10-23 08:00")]
    [InlineData("2026-10-23 18:00", "2026-11-02 08:00")]
    public void The_next_school_time_is_now_or_when_the_doors_open(string now, string next) =>
        Assert.Equal(next, NextFor(WorkingDays.MondayToFriday, now));

    [Fact]
    public void The_next_school_time_is_on_the_persons_own_day_and_in_their_own_hours()
    {
        Assert.Equal("2026-10-19 08:00", NextFor(Mondays, "2026-10-13 12:00"));
        Assert.Equal("2026-10-13 15:00", NextFor(Afternoons, "2026-10-13 12:00"));
        Assert.Equal("2026-10-14 15:00", NextFor(Afternoons, "2026-10-13 18:30"));
    }

    [Fact]
    public void Who_never_works_in_school_time_is_written_to_in_the_schools() =>
        Assert.Equal("2026-10-13 08:00", NextFor(Weekends, "2026-10-13 07:00"));

    [Fact]
    public void After_the_last_term_there_is_no_school_time() =>
        Assert.Null(Year.NextSchoolTime(Calendars.At("2027-07-21 18:00"), WorkingDays.MondayToFriday));

    [Fact]
    public void The_next_school_time_never_lies_before_and_is_school_time_at_every_hour_of_the_year()
    {
        foreach (var who in new[] { WorkingDays.MondayToFriday, Mondays, Afternoons, Weekends })
            for (var now = Instant("2026-08-20T00:10:00Z"); now < Instant("2027-07-18T00:00:00Z"); now = now.AddHours(1))
            {
                var next = Year.NextSchoolTime(now, who)!.Value;

                Assert.True(next >= now && Year.IsSchoolTime(next), $"{now:u}: {next:u}");
                Assert.Equal(next, Year.NextSchoolTime(next, who));
            }
    }

    [Theory]
    [InlineData("2027-03-28 01:30", "2027-03-28T01:30:00Z")] // leapt over: half past two in summer time
    [InlineData("2027-03-28 12:00", "2027-03-28T11:00:00Z")]
    [InlineData("2026-10-25 01:30", "2026-10-25T01:30:00Z")] // comes twice
    [InlineData("2026-10-25 12:00", "2026-10-25T12:00:00Z")]
    public void A_time_on_the_wall_is_one_instant_though_the_clocks_change(string wall, string instant) =>
        Assert.Equal(Instant(instant), Calendars.At(wall));

    private static string NextFor(WorkingDays who, string now) =>
        Calendars.Wall(Year.NextSchoolTime(Calendars.At(now), who)!.Value);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
