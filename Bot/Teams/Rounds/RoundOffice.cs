using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.BotFramework;
using PolicyBot.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Rounds;

/// <summary>What is written down and promised at once.</summary>
internal sealed record RoundBatch(IReadOnlyList<object> Records, IReadOnlyList<Promise> Promises);

/// <summary>Turns what is decided about people of a round into what is written, entered in the register and sent.</summary>
internal sealed class RoundOffice(RoundPlan plan, RoundMessages messages, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public RoundPlan Plan => plan;

    public RoundMessages Messages => messages;

    public Round New(Policy policy, string by, string trigger) =>
        new(Round.NewId(policy.Id.Value, Now), policy.Id.Value, RegisterRecord.VersionOf(policy), Now, by, trigger);

    /// <param name="notBefore">For what goes out at the manager's word: not at night.</param>
    public RoundBatch Of(Round round, IEnumerable<Move> decided, Func<Move, DateTimeOffset>? notBefore = null)
    {
        var (now, moves) = (Now, decided.Where(move => move.Changes).ToList());
        var sent = moves.Where(move => move.Step is not null).ToList();
        var toPeople = sent.Where(move => move.Step is not { Kind: StepKind.Manager }).ToList();
        var cards = toPeople.Select(move => move.Step!.Value).Distinct().ToDictionary(step => step, step => messages.For(round, step, now)); // One for all: a press counts within its conversation.
        return new RoundBatch(
            [Entries(round, moves.SelectMany(move => EventsOf(round, move).Select(happened => (move.After.Person, happened))), now), new RoundRecord.Moved(moves)],
            [.. toPeople.Select(move => ToPerson(round, move, cards[move.Step!.Value], notBefore?.Invoke(move) ?? now)), .. ToManager(round, sent, now)]);
    }

    public RoundBatch Join(Round round, IReadOnlyList<RoundMember> joiners)
    {
        var unreachable = joiners.Where(member => member.State is MemberState.NotReachable);
        return new RoundBatch([new RoundRecord.Joined(joiners), Entries(round, unreachable.Select(member => (member.Person, (RegisterEvent)NotReachable(round, member))), Now)], []);
    }

    private static Registrations Entries(Round round, IEnumerable<(string Person, RegisterEvent Happened)> events, DateTimeOffset now) =>
        new([.. events.Select(each => new RegisterRecord(each.Person, round.Policy, round.Version, each.Happened, now))]);

    public Registrations Entry(Round round, RegisterEvent happened) => new([new RegisterRecord(null, round.Policy, round.Version, happened, Now)]);

    private static IEnumerable<RegisterEvent> EventsOf(Round round, Move move)
    {
        if (move.Step is { } step)
            yield return step.Kind is StepKind.Manager ? new RegisterEvent.ManagerTold(round.Id, $"{step}") : new RegisterEvent.Asked(round.Id, $"{step}");
        if (move is { Before.State: not MemberState.Left, After.State: MemberState.Left })
            yield return new RegisterEvent.HasLeft();
        if (move is { Before.State: not MemberState.NotReachable, After.State: MemberState.NotReachable })
            yield return NotReachable(round, move.After);
    }

    private static RegisterEvent.Undeliverable NotReachable(Round round, RoundMember member) => new RegisterEvent.Undeliverable(round.Id, $"{new LadderStep(StepKind.Issue, 0)}", member.Reason ?? "");

    private static Promise ToPerson(Round round, Move move, Activity card, DateTimeOffset notBefore) => new(new Recipient.Person(move.After.Person), card, notBefore)
    {
        Key = new RoundKey(round.Id, move.After.Person, move.Step!.Value, move.After.Messages).ToString(),
        Campaign = RoundKey.CampaignOf(round.Id),
    };

    private IEnumerable<Promise> ToManager(Round round, List<Move> sent, DateTimeOffset now) =>
        messages.ManagerId is { } manager && sent.Exists(move => move.Step is { Kind: StepKind.Manager })
            ? [new Promise(new Recipient.Person(manager), messages.Overdue(round), now) { Key = $"{RoundKey.CampaignOf(round.Id)}/manager/{SchoolTime.DayOf(now):yyyy-MM-dd}" }]
            : [];
}
