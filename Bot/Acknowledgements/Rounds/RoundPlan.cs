using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>What a round does for a person now.</summary>
/// <param name="Step">What goes out; null where the person only moves.</param>
internal sealed record Move(RoundMember Before, RoundMember After, LadderStep? Step)
{
    public bool Changes => After != Before;
}

/// <summary>Decides for each person of a round what comes next: pure, from the roster, what went out, and now.</summary>
internal sealed class RoundPlan(ReminderLadder ladder, SchoolCalendar calendar)
{
    public const string OnPaperOnly = "No Teams account in the roster";

    /// <summary>A day on which nothing can be planned yet is looked at again: the calendar or the leave may have been entered.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    public RoundMember Join(Round round, StaffMember person, DateTimeOffset now)
    {
        var issued = SchoolTime.DayOf(round.StartedAt);
        var member = new RoundMember(round.Id, person.Id.Value, person.Starts is { } starts && starts > issued ? starts : issued);
        return Replan(round, member, person, now);
    }

    /// <summary>The person anew, as the roster has them now: left, back from leave, other days, a new calendar.</summary>
    public RoundMember Replan(Round round, RoundMember member, StaffMember person, DateTimeOffset now)
    {
        if (member.State is MemberState.Acknowledged or MemberState.Exempt)
            return member;
        if (person.StandingOn(SchoolTime.DayOf(now)) is Standing.Left)
            return member with { State = MemberState.Left, NextAt = null };
        if (!person.Id.IsInTeams)
            return member with { State = MemberState.NotReachable, Reason = OnPaperOnly, NextAt = null };
        if (member.State is MemberState.WantsToTalk || member is { State: MemberState.NotReachable, Reason: not OnPaperOnly })
            return member with { NextAt = null };

        return member with { State = MemberState.Open, Reason = null, NextAt = NextAt(Facts(round, member, person), member.NextAt, now) };
    }

    /// <summary>Whom the channel refused may be let in later; a message it cannot carry is not tried again.</summary>
    public static bool MayComeBack(RoundMember member) => member is { State: MemberState.NotReachable, Reason: ['4', '0', '3' or '4', ..] };

    /// <summary>Somebody whom nothing reached writes to the bot, or installs it: they are asked from where they were.</summary>
    public RoundMember ReachableAgain(Round round, RoundMember member, StaffMember person, DateTimeOffset now) =>
        Replan(round, member with { State = MemberState.Open, Reason = null }, person, now);

    /// <summary>What is due now. Nothing was sent yet: whoever writes the move down promises the message with it.</summary>
    public Move Take(Round round, RoundMember member, StaffMember person, DateTimeOffset now)
    {
        var planned = Replan(round, member, person, now);
        return planned.State is MemberState.Open && ladder.Next(Facts(round, planned, person), now) is NextStep.At next && next.Instant <= now
            ? Sent(round, member, planned, person, next.Step, now)
            : new Move(member, planned, null);
    }

    /// <summary>The manager has somebody reminded at once; the ladder goes on as if nothing had been.</summary>
    public Move RemindNow(Round round, RoundMember member, StaffMember person, DateTimeOffset now) =>
        member.State is MemberState.Open or MemberState.WantsToTalk && member.Sent.Count > 0
            ? Sent(round, member, Replan(round, member with { State = MemberState.Open }, person, now), person, new LadderStep(StepKind.ByHand, Facts(round, member, person).Reached), now)
            : new Move(member, member, null);

    /// <summary>Now, where the person may be written to now; else when next they may.</summary>
    public DateTimeOffset SoonestInSchoolTime(StaffMember person, DateTimeOffset now) => calendar.NextSchoolTime(now, person.WorkingDays) ?? now;

    private Move Sent(Round round, RoundMember before, RoundMember planned, StaffMember person, LadderStep step, DateTimeOffset now)
    {
        var after = planned with { Sent = [.. planned.Sent, new SentStep(step, now)], Messages = planned.Messages + 1 };
        return new Move(before, after with { NextAt = NextAt(Facts(round, after, person), null, now) }, step);
    }

    /// <param name="before">When it was to be looked at again: each hour's intake would put that off, and write it for everybody.</param>
    private DateTimeOffset? NextAt(LadderFacts facts, DateTimeOffset? before, DateTimeOffset now) => ladder.Next(facts, now) switch
    {
        NextStep.At at => at.Instant.ToUniversalTime(),
        NextStep.Waiting => before > now && before < now + LookAgain ? before : now + LookAgain,
        _ => null,
    };

    private static LadderFacts Facts(Round round, RoundMember member, StaffMember person) =>
        new(member.Person, member.Issued, member.Sent, round.Pauses.Count == 0 ? person.Leaves : [.. person.Leaves, .. round.Pauses], person.WorkingDays);
}
