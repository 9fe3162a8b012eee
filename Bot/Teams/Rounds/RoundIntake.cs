using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Rounds;

/// <summary>
/// Every hour: holds the running rounds against the roster. Joiners come in with a clock of their own, leavers are asked no
/// more, leave and working days are planned anew, and whoever can be reached again is asked.
/// </summary>
internal sealed class RoundIntake(RoundReader reader, IRecordStore store, RoundOffice office) : IScheduledWork
{
    /// <summary>People in memory, and rows of one transaction, at a time: whoever answers meanwhile waits for no more.</summary>
    private const int Page = 500;

    public string Name => "round-intake";

    public string Cron => "0 5 * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var round in (await reader.Rounds.RoundsAsync(cancellationToken)).Where(round => round.State is RoundState.Running))
            await TakeInAsync(round, null, cancellationToken);
    }

    /// <param name="progress">Gets how many people of how many have been looked at.</param>
    /// <param name="signed">Whoever need not be asked, having confirmed this very text before the round began.</param>
    public async Task TakeInAsync(Round round, Action<int, int>? progress, CancellationToken cancellationToken, IReadOnlySet<string>? signed = null)
    {
        var all = progress is null ? 0 : await reader.Rounds.CountUnsettledAsync(round.Id, cancellationToken);
        var (seen, last, refused) = (0, "", new List<UnsettledPerson>());
        while (await reader.Rounds.UnsettledAsync(round.Id, last, Page, cancellationToken) is { Count: > 0 } page)
        {
            await JoinAsync(round, page, signed, cancellationToken);
            await MoveAsync(round, page.Where(each => !MayComeBack(each)), office.Plan.Replan, cancellationToken);
            refused.AddRange(page.Where(MayComeBack));
            last = page[^1].Person.Id.Value;
            progress?.Invoke(seen += page.Count, all);
        }

        await TakeBackAsync(round, refused, cancellationToken);
    }

    private static bool MayComeBack(UnsettledPerson each) => each.Member is { } member && RoundPlan.MayComeBack(member);

    /// <summary>Who is out of reach is read after who was refused: read before, somebody refused in between would count as back.</summary>
    private async Task TakeBackAsync(Round round, List<UnsettledPerson> refused, CancellationToken cancellationToken)
    {
        var unreachable = refused.Count == 0 ? null : await reader.UnreachableAsync(cancellationToken);
        foreach (var some in refused.Chunk(Page))
            await MoveAsync(round, some, (of, member, person, now) => unreachable!.ContainsKey(member.Person)
                ? office.Plan.Replan(of, member, person, now) : office.Plan.ReachableAgain(of, member, person, now), cancellationToken);
    }

    private async Task JoinAsync(Round round, IReadOnlyList<UnsettledPerson> page, IReadOnlySet<string>? signed, CancellationToken cancellationToken)
    {
        var today = SchoolTime.DayOf(office.Now);
        var joiners = page.Where(each => each.Member is null && each.Person.StandingOn(today) is Standing.Working or Standing.OnLeave).Select(each => Join(round, each.Person, signed)).ToList();
        var batch = office.Join(round, joiners);
        if (joiners.Count > 0)
            await store.WriteAsync(batch.Records, batch.Promises, cancellationToken);
    }

    private RoundMember Join(Round round, StaffMember person, IReadOnlySet<string>? signed)
    {
        var member = office.Plan.Join(round, person, office.Now);
        return signed?.Contains(member.Person) == true ? member with { State = MemberState.Acknowledged, NextAt = null, Reason = null } : member;
    }

    private async Task MoveAsync(
        Round round, IEnumerable<UnsettledPerson> people, Func<Round, RoundMember, StaffMember, DateTimeOffset, RoundMember> replan, CancellationToken cancellationToken)
    {
        var now = office.Now;
        var moves = people.Where(each => each.Member is not null).Select(each => new Move(each.Member!, replan(round, each.Member!, each.Person, now), null)).Where(move => move.Changes).ToList();
        var batch = office.Of(round, moves);
        if (moves.Count > 0)
            await store.WriteAsync(batch.Records, batch.Promises, cancellationToken); // Whoever moved meanwhile is planned anew an hour later.
    }
}
