using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>What a round decides for one person: when they are asked, reminded, left alone, and reached again.</summary>
public sealed class RoundPlanTests
{
    private static readonly RoundPlan Plan = new(Ladders.Usual, Calendars.Year);

    private static readonly DateTimeOffset Start = Calendars.At("2026-09-07 09:00");

    private static readonly Round Round = new("social-media-1", "social-media", "0123456789ab", Start, "Sam", Round.ByHand);

    private static readonly StaffMember Ann = new(PersonId.Parse("00000000-0000-0000-0000-00000000000a"), "Ann", PersonKind.Staff);

    [Fact]
    public void Nothing_goes_out_before_its_time_and_each_step_goes_out_once()
    {
        var member = Plan.Join(Round, Ann, Start);
        Assert.Equal((MemberState.Open, 0), (member.State, member.Sent.Count));
        Assert.Null(Plan.Take(Round, member, Ann, member.NextAt!.Value.AddSeconds(-1)).Step);

        var asked = Plan.Take(Round, member, Ann, member.NextAt.Value);
        Assert.Equal((StepKind.Issue, 1), (asked.Step!.Value.Kind, asked.After.Messages));
        Assert.Null(Plan.Take(Round, asked.After, Ann, member.NextAt.Value).Step);

        Assert.Equal(["issue+0", "reminder+7", "reminder+14", "due+21", "manager+22", "weekly+28"], Run(Round, Ann, Start).Take(6).Select(sent => $"{sent.Step}"));
    }

    [Fact]
    public void Nothing_goes_out_outside_school_time_whoever_it_is()
    {
        var chance = new Random(7);
        foreach (var _ in Enumerable.Range(0, 200))
        {
            var facts = Ladders.Anyone(chance);
            var person = Ann with { Id = PersonId.Parse(Guid.NewGuid().ToString()), Leaves = facts.Paused, WorkingDays = facts.Hours, Starts = facts.Issued };
            Assert.All(Run(Round, person, Start).Take(12), sent => Assert.True(Calendars.Year.IsSchoolTime(sent.At), $"{Calendars.Wall(sent.At)}"));
        }
    }

    [Fact]
    public void Who_had_no_account_and_has_one_now_is_asked()
    {
        var onPaper = Plan.Join(Round, Ann with { Id = PersonId.FromEmail("ann@school.example") }, Start);
        Assert.Equal(MemberState.NotReachable, onPaper.State);

        var member = Plan.Replan(Round, onPaper with { Person = Ann.Id.Value }, Ann, Start);

        Assert.Equal((MemberState.Open, null), (member.State, member.Reason));
        Assert.Equal(Plan.Join(Round, Ann, Start).NextAt, member.NextAt);
    }

    [Fact]
    public void A_joiner_has_a_clock_of_their_own()
    {
        var joiner = Ann with { Starts = new DateOnly(2026, 11, 9) };
        var member = Plan.Join(Round, joiner, Calendars.At("2026-11-09 06:00"));

        Assert.Equal(new DateOnly(2026, 11, 9), SchoolTime.DayOf(member.NextAt!.Value));
    }

    [Fact]
    public void Who_has_left_is_asked_no_more_and_who_is_on_leave_is_asked_when_they_are_back()
    {
        var member = Plan.Join(Round, Ann, Start);
        var left = Plan.Replan(Round, member, Ann with { Ends = new DateOnly(2026, 9, 10) }, Start.AddDays(4));
        var away = Plan.Replan(Round, member, Ann with { Leaves = [new DayRange(new DateOnly(2026, 9, 7), new DateOnly(2026, 10, 9))] }, Start);

        Assert.Equal((MemberState.Left, null), (left.State, left.NextAt));
        Assert.Equal(new DateOnly(2026, 10, 12), SchoolTime.DayOf(away.NextAt!.Value));
    }

    [Fact]
    public void Leave_without_an_end_is_looked_at_again_every_day()
    {
        var away = Ann with { Leaves = [new DayRange(new DateOnly(2026, 9, 1), null)] };

        var moved = Plan.Take(Round, Plan.Join(Round, away, Start), away, Start.AddDays(1));

        Assert.Equal((null, Start.AddDays(2)), (moved.Step, moved.After.NextAt));
    }

    [Fact]
    public void What_waits_for_the_calendar_is_neither_put_off_nor_written_by_each_look_at_it()
    {
        var away = Ann with { Leaves = [new DayRange(new DateOnly(2026, 9, 1), null)] };
        var waiting = Plan.Join(Round, away, Start);

        Assert.Equal(waiting, Plan.Replan(Round, waiting, away, Start.AddHours(1)));
        Assert.Equal(Start.AddHours(49), Plan.Replan(Round, waiting, away, Start.AddHours(25)).NextAt);
        Assert.NotNull(Plan.Replan(Round, waiting, Ann, Start.AddHours(1)).NextAt);
        Assert.NotEqual(waiting.NextAt, Plan.Replan(Round, waiting, Ann, Start.AddHours(1)).NextAt);
    }

    [Fact]
    public void Who_has_no_account_signs_on_paper()
    {
        var member = Plan.Join(Round, Ann with { Id = PersonId.Parse("W-17") }, Start);

        Assert.Equal((MemberState.NotReachable, RoundPlan.OnPaperOnly, null), (member.State, member.Reason, member.NextAt));
        Assert.False(RoundPlan.MayComeBack(member));
    }

    [Fact]
    public void Whom_the_channel_refused_is_asked_from_the_beginning_once_they_are_there()
    {
        var lost = Plan.Join(Round, Ann, Start) with { State = MemberState.NotReachable, Reason = "403 ConversationBlockedByUser", Messages = 1, NextAt = null };
        Assert.Null(Plan.Replan(Round, lost, Ann, Start.AddDays(3)).NextAt);
        Assert.True(RoundPlan.MayComeBack(lost));

        var back = Plan.ReachableAgain(Round, lost, Ann, Start.AddDays(3));

        Assert.Equal((MemberState.Open, null), (back.State, back.Reason));
        Assert.Equal((StepKind.Issue, 2), Plan.Take(Round, back, Ann, back.NextAt!.Value) is var move ? (move.Step!.Value.Kind, move.After.Messages) : default);
    }

    [Fact]
    public void Days_on_which_the_round_stands_still_use_up_no_step()
    {
        var asked = Plan.Take(Round, Plan.Join(Round, Ann, Start), Ann, Calendars.At("2026-09-07 17:00")).After;
        var paused = Round.Paused(new DateOnly(2026, 9, 9)).Resumed(new DateOnly(2026, 9, 16));

        var before = SchoolTime.DayOf(Plan.Replan(Round, asked, Ann, Calendars.At("2026-09-16 08:00")).NextAt!.Value);
        var after = SchoolTime.DayOf(Plan.Replan(paused, asked, Ann, Calendars.At("2026-09-16 08:00")).NextAt!.Value);

        Assert.Equal((new DateOnly(2026, 9, 16), new DateOnly(2026, 9, 21)), (before, after));
    }

    [Fact]
    public void A_pause_of_a_moment_is_none()
    {
        var today = new DateOnly(2026, 9, 9);

        Assert.Empty(Round.Paused(today).Resumed(today).Pauses);
        Assert.Equal(Round, Round.Resumed(today));
    }

    [Fact]
    public void Reminding_by_hand_leaves_the_ladder_where_it_was()
    {
        var asked = Plan.Take(Round, Plan.Join(Round, Ann, Start), Ann, Calendars.At("2026-09-07 17:00")).After;

        var reminded = Plan.RemindNow(Round, asked, Ann, Calendars.At("2026-09-09 10:00"));

        Assert.Equal((StepKind.ByHand, asked.NextAt), (reminded.Step!.Value.Kind, reminded.After.NextAt));
        Assert.Null(Plan.RemindNow(Round, Plan.Join(Round, Ann, Start), Ann, Start).Step);
        Assert.Null(Plan.RemindNow(Round, asked with { State = MemberState.Acknowledged }, Ann, Start).Step);
    }

    [Theory]
    [InlineData("round/social-media-1/00000000-0000-0000-0000-00000000000a/issue+0/1", true)]
    [InlineData("round/social-media-1/manager/2026-09-07", false)]
    [InlineData("talk/social-media/0123456789ab/ann", false)]
    [InlineData(null, false)]
    public void A_message_of_a_round_is_known_by_its_key(string? key, bool isOne) =>
        Assert.Equal(isOne ? key : null, RoundKey.Parse(key)?.ToString());

    /// <summary>Everything that goes out to somebody who never confirms.</summary>
    private static IEnumerable<SentStep> Run(Round round, StaffMember person, DateTimeOffset now)
    {
        var member = Plan.Join(round, person, now);
        while (member.NextAt is { } next && next < Calendars.At("2027-07-01 09:00"))
        {
            var move = Plan.Take(round, member, person, next);
            if (move.Step is not null)
                yield return move.After.Sent[^1];
            member = move.After;
        }
    }
}
