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
    public async Task TakeInAsync(Round round, Action<int, int>? progress, CancellationToken cancellationToken)
    {
        var all = progress is null ? 0 : await reader.Rounds.CountUnsettledAsync(round.Id, cancellationToken);
        var (seen, last, refused) = (0, "", new List<UnsettledPerson>());
        while (await reader.Rounds.UnsettledAsync(round.Id, last, Page, cancellationToken) is { Count: > 0 } page)
        {
            await TakeInAsync(round, page.Where(each => !MayComeBack(each)), office.Plan.Replan, cancellationToken);
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
            await TakeInAsync(round, some, (of, member, person, now) => unreachable!.ContainsKey(member.Person)
                ? office.Plan.Replan(of, member, person, now) : office.Plan.ReachableAgain(of, member, person, now), cancellationToken);
    }

    private async Task TakeInAsync(
        Round round, IEnumerable<UnsettledPerson> people, Func<Round, RoundMember, StaffMember, DateTimeOffset, RoundMember> replan, CancellationToken cancellationToken)
    {
        var (now, known) = (office.Now, people.ToLookup(each => each.Member is not null));
        var joiners = known[false].Where(each => each.Person.StandingOn(SchoolTime.DayOf(now)) is Standing.Working or Standing.OnLeave).Select(each => office.Plan.Join(round, each.Person, now)).ToList();
        var moves = known[true].Select(each => new Move(each.Member!, replan(round, each.Member!, each.Person, now), null)).Where(move => move.Changes).ToList();
        var (joined, moved) = (office.Join(round, joiners), office.Of(round, moves));
        if (joiners.Count > 0)
            await store.WriteAsync(joined.Records, joined.Promises, cancellationToken);
        if (moves.Count > 0)
            await store.WriteAsync(moved.Records, moved.Promises, cancellationToken); // Whoever moved meanwhile is planned anew an hour later.
    }
}
