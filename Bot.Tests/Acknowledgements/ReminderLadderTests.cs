using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.Rounds;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class ReminderLadderTests
{
    [Theory]
    [InlineData("2026-09-07", "", "07/09 14/09 21/09 28/09 29/09 05/10 12/10 19/10")]
    [InlineData("2026-10-12", "", "12/10 19/10 02/11 09/11 10/11 16/11 23/11 30/11")] // half term stops the clock
    [InlineData("2026-10-24", "", "02/11 09/11 16/11 23/11 24/11 30/11 07/12 14/12")] // issued in half term
    [InlineData("2026-11-20", "", "20/11 30/11 04/12 11/12 14/12 18/12 11/01 18/01")] // closed on the 27th
    [InlineData("2026-12-10", "", "10/12 17/12 11/01 18/01 19/01 25/01 01/02 08/02")] // Christmas
    [InlineData("2026-09-07", "2026-09-10 2026-09-23", "07/09 28/09 05/10 12/10 13/10 19/10 02/11 09/11")] // leave
    [InlineData("2026-09-07", "2026-09-01 2026-09-09", "10/09 17/09 24/09 01/10 02/10 08/10 15/10 22/10")]
    public void The_ladder_stands_still_in_holidays_and_leave(string issued, string leave, string days)
    {
        DayRange[] ranges = leave.Split(' ') is [var first, var last] ? [new(Day(first), Day(last))] : [];

        var sent = Ladders.Run(Ladders.Usual, Ladders.Person(issued, ranges), Calendars.At($"{issued} 00:00"), atMost: 8);

        Assert.Equal(days, string.Join(' ', sent.Select(step => $"{step.At:dd/MM}")));
        Assert.Equal("issue+0 reminder+7 reminder+14 due+21 manager+22 weekly+28 weekly+35 weekly+42", Steps(sent));
    }

    [Fact]
    public void A_person_gets_everything_at_the_same_time_of_day_though_the_clocks_change()
    {
        var sent = Ladders.Run(Ladders.Usual, Ladders.Person("2026-10-12"), Calendars.At("2026-10-12 00:00"), atMost: 30);

        Assert.Single(sent.Select(step => step.At.TimeOfDay).Distinct());
        Assert.Equal([TimeSpan.FromHours(1), TimeSpan.Zero], sent.Select(step => step.At.Offset).Distinct());
    }

    [Fact]
    public void Different_people_get_it_at_different_times_spread_over_the_day()
    {
        var times = Enumerable.Range(0, 1_000)
            .Select(number => Ladders.Person("2026-09-07") with { Person = $"p-{number}" })
            .Select(person => Ladders.Usual.Next(person, Calendars.At("2026-09-07 00:00")))
            .Select(next => Assert.IsType<NextStep.At>(next).Instant.TimeOfDay).ToList();

        Assert.All(times, time => Assert.InRange(time, TimeSpan.FromHours(8), TimeSpan.FromHours(15.5)));
        Assert.All(times.GroupBy(time => (int)(time.TotalMinutes / 30)), half => Assert.InRange(half.Count(), 35, 105));
    }

    [Fact]
    public void A_round_started_after_the_persons_own_time_goes_out_at_once_in_school_time_and_else_the_next_day()
    {
        Assert.Equal("issue+0 2026-09-07 17:00", Next(Ladders.Person("2026-09-07"), "2026-09-07 17:00"));
        Assert.StartsWith("issue+0 2026-09-08",
            Next(Ladders.Person("2026-09-07"), "2026-09-07 18:00"), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_not_asked_is_asked_however_late_and_the_clock_starts_then()
    {
        Assert.Equal("issue+0 2026-10-05 17:00", Next(Ladders.Person("2026-09-07"), "2026-10-05 17:00"));
        Assert.StartsWith("reminder+7 2026-10-12",
            Next(Ladders.Person("2026-09-07").Sent("issue+0", "2026-10-05 17:00"), "2026-10-05 17:01"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-16 17:00", "reminder+7 2026-09-16 17:00")]
    [InlineData("2026-09-23 17:00", "reminder+14 2026-09-23 17:00")]
    [InlineData("2026-09-28 17:00", "due+21 2026-09-28 17:00")]
    [InlineData("2026-10-08 17:00", "manager+22 2026-10-08 17:00")]
    [InlineData("2027-02-24 17:00", "manager+22 2027-02-24 17:00")]
    public void Of_what_was_missed_only_the_latest_goes_out_but_the_manager_is_told_in_any_case(string now, string next) =>
        Assert.Equal(next, Next(Ladders.Person("2026-09-07").Sent("issue+0", "2026-09-07 09:00"), now));

    [Fact]
    public void What_was_missed_goes_out_once_and_the_ladder_goes_on_from_there()
    {
        var person = Ladders.Person("2026-09-07").Sent("issue+0", "2026-09-07 09:00").Sent("reminder+14", "2026-09-24 17:00");

        Assert.StartsWith("due+21 2026-09-28", Next(person, "2026-09-24 17:01"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_sent_late_keeps_the_next_off_its_day()
    {
        var person = Ladders.Person("2026-09-07").Sent("issue+0", "2026-09-07 09:00").Sent("reminder+7", "2026-09-21 08:00");

        Assert.StartsWith("reminder+14 2026-09-22", Next(person, "2026-09-21 08:01"), StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_settings_do_not_send_again_what_is_behind_a_person()
    {
        var changed = new ReminderLadder(new LadderSettings { Reminders = [3, 6, 12] }, Calendars.Year);
        var person = Ladders.Person("2026-09-07").Sent("issue+0", "2026-09-07 09:00").Sent("reminder+7", "2026-09-14 09:00");

        var next = changed.Next(person, Calendars.At("2026-09-14 10:00"));

        Assert.Equal(LadderStep.Parse("reminder+12"), Assert.IsType<NextStep.At>(next).Step);
    }

    [Fact]
    public void After_the_last_weekly_reminder_the_ladder_is_done()
    {
        var ladder = new ReminderLadder(new LadderSettings { AtMost = 2 }, Calendars.Year);
        var start = Calendars.At("2026-09-07 00:00");

        var sent = Ladders.Run(ladder, Ladders.Person("2026-09-07"), start, atMost: 99);

        Assert.EndsWith("manager+22 weekly+28 weekly+35", Steps(sent), StringComparison.Ordinal);
        Assert.IsType<NextStep.Done>(ladder.Next(Ladders.Person("2026-09-07") with { Sent = sent }, start));
    }

    [Fact]
    public void Where_no_day_can_be_named_the_reason_says_what_to_do()
    {
        var away = Ladders.Person("2026-09-07", new DayRange(Day("2026-09-01"), null));

        Assert.Equal("On leave from 1 September 2026, with no day of return. Enter the day, and the reminders go on.",
            Next(away, "2026-09-07 09:00"));
        Assert.Equal("The school calendar ends on 21 July 2027. Add the terms that follow, and the reminders go on.",
            Next(Ladders.Person("2027-07-22"), "2027-07-22 09:00"));
    }

    private static string Next(LadderFacts person, string now) => Ladders.Usual.Next(person, Calendars.At(now)) switch
    {
        NextStep.At at => $"{at.Step} {Calendars.Wall(at.Instant)}",
        NextStep.Waiting waiting => waiting.Reason,
        _ => "done",
    };

    private static string Steps(IEnumerable<SentStep> sent) => string.Join(' ', sent.Select(step => step.Step));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
