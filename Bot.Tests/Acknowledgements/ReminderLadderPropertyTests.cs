using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>What holds for anybody, on any day, with a calendar and without, whatever the bot slept through.</summary>
public sealed class ReminderLadderPropertyTests
{
    private const int People = 500;

    private static readonly DateTimeOffset Start = Calendars.At("2026-08-20 00:00");

    public static TheoryData<bool> WithTerms => [true, false];

    [Theory, MemberData(nameof(WithTerms))]
    public void Nothing_goes_out_but_in_school_time_on_a_day_of_the_persons_own(bool withTerms) =>
        ForAnyone(withTerms, down: true, (calendar, person, sent) => Assert.All(sent, step =>
        {
            var (day, time) = (SchoolTime.DayOf(step.At), SchoolTime.TimeOf(step.At));
            var hours = step.Step.Kind is StepKind.Manager ? WorkingDays.MondayToFriday : person.Hours;
            Assert.True(calendar.IsSchoolTime(step.At), $"{step}");
            Assert.True(calendar.HoursOn(day, hours)?.Includes(time), $"{step}");
            Assert.Null(person.LeaveOn(day));
            Assert.True(day >= person.Issued, $"{step}");
        }));

    [Theory, MemberData(nameof(WithTerms))]
    public void Two_steps_are_at_least_an_open_day_apart_and_climb(bool withTerms) =>
        ForAnyone(withTerms, down: true, (calendar, _, sent) => Assert.All(sent.Zip(sent.Skip(1)), pair =>
        {
            var (one, next) = pair;
            Assert.True(one.At < next.At && one.Step.Day < next.Step.Day, $"{one}, {next}");
            Assert.InRange(calendar.OpenDaysBetween(DayOf(one), DayOf(next)), 1, int.MaxValue);
        }));

    [Theory, MemberData(nameof(WithTerms))]
    public void While_the_bot_runs_no_step_is_lost_to_a_holiday_or_leave(bool withTerms) =>
        ForAnyone(withTerms, down: false, (_, _, sent) =>
            Assert.Equal(new LadderSettings().Steps().Take(sent.Count), sent.Select(step => step.Step)));

    [Theory, MemberData(nameof(WithTerms))]
    public void No_step_comes_before_its_day_of_the_clock(bool withTerms) =>
        ForAnyone(withTerms, down: true, (calendar, person, sent) => Assert.All(sent.Skip(1), step =>
        {
            var counted = Enumerable.Range(DayOf(sent[0]).DayNumber + 1, DayOf(step).DayNumber - DayOf(sent[0]).DayNumber)
                .Select(DateOnly.FromDayNumber).Count(day => !calendar.IsHoliday(day) && person.LeaveOn(day) is null);
            Assert.True(counted >= step.Step.Day, $"{step} on day {counted}");
        }));

    [Theory, MemberData(nameof(WithTerms))]
    public void Days_of_the_clock_counted_at_once_are_those_counted_one_by_one(bool withTerms)
    {
        var calendar = CalendarFor(withTerms);
        var last = new DateOnly(2027, 7, 21);
        for (var seed = 0; seed < People; seed++)
        {
            var person = Ladders.Anyone(new Random(seed));
            var clock = new LadderClock(person, calendar);
            var counted = Enumerable.Range(person.Issued.DayNumber + 1, last.DayNumber - person.Issued.DayNumber)
                .Select(DateOnly.FromDayNumber).Where(day => !calendar.IsHoliday(day) && person.LeaveOn(day) is null).ToList();

            Assert.Equal(counted, Enumerable.Range(1, counted.Count).Select(number => clock.DayOf(number, last)!.Value));
            Assert.Null(clock.DayOf(counted.Count + 1, last));
        }
    }

    [Fact]
    public void Whatever_was_slept_through_everybody_is_asked_first_and_the_manager_told_once() =>
        ForAnyone(withTerms: false, down: true, (_, _, sent) =>
        {
            Assert.Equal(StepKind.Issue, sent[0].Step.Kind);
            Assert.Single(sent, step => step.Step.Kind is StepKind.Manager);
        });

    [Theory, MemberData(nameof(WithTerms))]
    public void Asked_again_before_the_moment_comes_the_ladder_says_the_same_and_later_it_says_no_earlier(bool withTerms)
    {
        var ladder = LadderOn(CalendarFor(withTerms));
        ForAnyone(withTerms, down: true, (_, person, sent) =>
        {
            var facts = person with { Sent = [.. sent.Take(sent.Count / 2)] };
            NextStep.At? before = null;
            for (var now = facts.LastSent ?? Start; now < Start.AddDays(250); now = now.AddHours(31))
            {
                if (ladder.Next(facts, now) is not NextStep.At next)
                    return;

                Assert.True(next.Instant >= now, $"{next} at {now:u}");
                Assert.Equal(next, ladder.Next(facts, next.Instant));
                Assert.True(before is null || next.Instant >= before.Instant, $"{before}, {next}");
                Assert.True(before is null || now > before.Instant || next == before, $"{before}, {next}");
                before = next;
            }
        }, People / 10);
    }

    private static void ForAnyone(
        bool withTerms, bool down, Action<SchoolCalendar, LadderFacts, IReadOnlyList<SentStep>> holds, int people = People)
    {
        var calendar = CalendarFor(withTerms);
        var seen = 0;
        for (var seed = 0; seed < people; seed++)
        {
            var chance = new Random(seed);
            var person = Ladders.Anyone(chance);
            TimeSpan Gap() => chance.Next(3) == 0 ? TimeSpan.FromMinutes(chance.Next(30 * 24 * 60)) : TimeSpan.Zero;
            var sent = Ladders.Run(LadderOn(calendar), person, Start, atMost: 12, down ? Gap : null);
            if (sent.Count == 0)
                continue;

            seen++;
            holds(calendar, person, sent);
        }

        Assert.InRange(seen, people * 9 / 10, people);
    }

    private static ReminderLadder LadderOn(SchoolCalendar calendar) => new(new LadderSettings(), calendar);

    private static SchoolCalendar CalendarFor(bool withTerms) => withTerms ? Calendars.Year : SchoolCalendar.WithoutTerms;

    private static DateOnly DayOf(SentStep step) => SchoolTime.DayOf(step.At);
}
