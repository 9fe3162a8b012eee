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
        var unreachable = await reader.UnreachableAsync(cancellationToken);
        var all = progress is null ? 0 : await reader.Rounds.CountUnsettledAsync(round.Id, cancellationToken);
        var (seen, last) = (0, "");
        while (await reader.Rounds.UnsettledAsync(round.Id, last, Page, cancellationToken) is { Count: > 0 } page)
        {
            await TakeInAsync(round, page, unreachable, signed, cancellationToken);
            last = page[^1].Person.Id.Value;
            progress?.Invoke(seen += page.Count, all);
        }
    }

    private async Task TakeInAsync(Round round, IReadOnlyList<UnsettledPerson> page, IReadOnlyDictionary<string, string> unreachable, IReadOnlySet<string>? signed, CancellationToken cancellationToken)
    {
        var today = SchoolTime.DayOf(office.Now);
        var joiners = page.Where(each => each.Member is null && each.Person.StandingOn(today) is Standing.Working or Standing.OnLeave)
            .Select(each => Join(round, each.Person, signed)).ToList();
        var moves = page.Where(each => each.Member is not null).Select(each => Replan(round, each.Member!, each.Person, unreachable)).Where(move => move.Changes).ToList();
        var (joined, moved) = (office.Join(round, joiners), office.Of(round, moves));
        if (joiners.Count > 0)
            await store.WriteAsync(joined.Records, joined.Promises, cancellationToken);
        if (moves.Count > 0)
            await store.WriteAsync(moved.Records, moved.Promises, cancellationToken); // Whoever moved meanwhile is planned anew an hour later.
    }

    private RoundMember Join(Round round, StaffMember person, IReadOnlySet<string>? signed)
    {
        var member = office.Plan.Join(round, person, office.Now);
        return signed?.Contains(member.Person) == true ? member with { State = MemberState.Acknowledged, NextAt = null, Reason = null } : member;
    }

    private Move Replan(Round round, RoundMember member, StaffMember person, IReadOnlyDictionary<string, string> unreachable)
    {
        var isBack = RoundPlan.MayComeBack(member) && !unreachable.ContainsKey(member.Person);
        return new Move(member, isBack ? office.Plan.ReachableAgain(round, member, person, office.Now) : office.Plan.Replan(round, member, person, office.Now), null);
    }
}
