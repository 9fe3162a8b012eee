using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>How one person stands on a day, by the roster and by what counts of the register, in its order.</summary>
internal sealed class PersonReading(StaffMember person, IReadOnlyList<Happening> counting, DateOnly day)
{
    public PersonLine Line() => (Left() ?? Acknowledged() ?? Exempt() ?? OnLeave() ?? WantsToTalk() ?? NotReachable() ?? Pending()) with
    {
        Receipt = (Signature(counting)?.Event as RegisterEvent.Acknowledged)?.Receipt,
        AskedAt = First<RegisterEvent.Asked>()?.At,
        DeliveredAt = First<RegisterEvent.Delivered>()?.At,
        SeenAt = First<RegisterEvent.Seen>()?.At,
        OpenedAt = First<RegisterEvent.Opened>()?.At,
        Reminders = counting.Count(each => each.Event is RegisterEvent.Asked asked && !asked.Step.StartsWith("issue", StringComparison.OrdinalIgnoreCase)),
    };

    /// <summary>The first that counts, in Teams or on paper: whoever confirms again confirms nothing new.</summary>
    public static Happening? Signature(IReadOnlyList<Happening> counting)
    {
        foreach (var each in counting)
            if (each.Event is RegisterEvent.Acknowledged or RegisterEvent.SignedOnPaper)
                return each;

        return null;
    }

    private PersonLine? Left() => person.StandingOn(day) == Standing.Left && person.Ends is { } last
        ? Line(PersonState.Left, SchoolTime.StartOf(last.AddDays(1)), $"The last day was {SchoolTime.Short(last)}.")
        : null;

    private PersonLine? Acknowledged() => Signature(counting) is not { } signed ? null
        : Line(PersonState.Acknowledged, signed.At, signed.Event is RegisterEvent.SignedOnPaper paper
            ? $"On paper, signed {SchoolTime.Short(paper.On)}, entered by {paper.EnteredBy}: {Sentence(paper.Reason)}"
            : (signed.Event as RegisterEvent.Acknowledged)?.Clauses is { } clauses ? Different(clauses, ((RegisterEvent.Acknowledged)signed.Event).Earlier) : null);

    private static string Different(IReadOnlyList<string> clauses, string? earlier) =>
        $"Read what had changed ({string.Join(", ", clauses)}), having confirmed the text before{(earlier is null ? "" : $" with receipt {earlier}")}.";

    private PersonLine? Exempt() => Last<RegisterEvent.Exempted>() is { Event: RegisterEvent.Exempted exempted } found
        ? Line(PersonState.Exempt, found.At, $"{Sentence(exempted.Reason)} Decided by {exempted.By}.")
        : null;

    private PersonLine? OnLeave()
    {
        if (person.StandingOn(day) != Standing.OnLeave)
            return null;

        var leave = person.Leaves.First(leave => leave.Includes(day));
        return Line(PersonState.OnLeave, SchoolTime.StartOf(leave.From),
            leave.Until is { } until ? $"Until {SchoolTime.Short(until)}." : "No last day is written.", "Ask them when they are back.");
    }

    private PersonLine? WantsToTalk() => First<RegisterEvent.WantsToTalk>() is { } found
        ? Line(PersonState.WantsToTalk, found.At, "With the manager. This is no refusal.", "Talk to them. Then they can confirm in Teams or on paper.")
        : null;

    private PersonLine? NotReachable()
    {
        if (!person.Id.IsInTeams)
            return Line(PersonState.NotReachable, null, "No Teams account in the roster: ask on paper.", "Give them the policy on paper, and enter the signature.");

        var failed = counting.Reverse().Where(each => each.Event is RegisterEvent.Delivered or RegisterEvent.Undeliverable { Reason: not RoundPlan.OnPaperOnly } or RegisterEvent.Opened)
            .TakeWhile(each => each.Event is RegisterEvent.Undeliverable).ToList();
        if (failed is not [{ Event: RegisterEvent.Undeliverable last }, ..])
            return null;

        var (reason, nextStep) = Refusal.InWords(last.Reason);
        return Line(PersonState.NotReachable, failed[^1].At, reason, nextStep);
    }

    private PersonLine Pending() => (First<RegisterEvent.Asked>(), First<RegisterEvent.Delivered>(), First<RegisterEvent.Opened>()) switch
    {
        (var asked, _, { } opened) => Line(PersonState.Pending, asked?.At ?? opened.At, "Opened the policy and has not finished.", "Remind them, and ask whether they need help with it."),
        ({ } asked, { }, _) when First<RegisterEvent.Seen>() is not null => Line(PersonState.Pending, asked.At, "Saw the message and has not opened the policy.", "Remind them, or give them ten minutes for it."),
        ({ } asked, { }, _) => Line(PersonState.Pending, asked.At, "Has the message and has not opened the policy.", "Remind them, or give them ten minutes for it."),
        ({ } asked, _, _) => Line(PersonState.Pending, asked.At, "Was asked; Teams has not said yet that it arrived.", "Look again tomorrow."),
        _ => Line(PersonState.Pending, null, "Was not asked yet.", "Start a round, or ask them in person."),
    };

    private PersonLine Line(PersonState state, DateTimeOffset? since, string? reason, string? nextStep = null) =>
        new(person, state, since, reason) { NextStep = nextStep };

    private Happening? First<T>() where T : RegisterEvent => Find<T>(counting);

    private Happening? Last<T>() where T : RegisterEvent => Find<T>(counting.Reverse());

    private static Happening? Find<T>(IEnumerable<Happening> happened) where T : RegisterEvent
    {
        foreach (var each in happened)
            if (each.Event is T)
                return each;

        return null;
    }

    private static string Sentence(string words) => words.Trim() is { Length: > 0 } said ? said.TrimEnd('.') + "." : "No reason was given.";
}
