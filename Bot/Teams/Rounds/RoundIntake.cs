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
    private const int Chunk = 500;

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
        var view = await reader.ViewAsync(round, cancellationToken);
        var today = view.Roster.On(SchoolTime.DayOf(office.Now));
        List<StaffMember> joiners = [.. today.Working.Concat(today.OnLeave).Where(person => !view.Members.ContainsKey(person.Id.Value))];
        var others = view.Roster.People.Where(person => view.Members.ContainsKey(person.Id.Value)).ToList();
        var (seen, all) = (0, joiners.Count + others.Count);
        foreach (var chunk in joiners.Chunk(Chunk))
        {
            var batch = office.Join(round, [.. chunk.Select(person => Join(round, person, signed))]);
            await store.WriteAsync(batch.Records, batch.Promises, cancellationToken);
            progress?.Invoke(seen += chunk.Length, all);
        }

        foreach (var chunk in others.Chunk(Chunk))
        {
            var moves = chunk.Select(person => Replan(view, person)).Where(move => move.Changes).ToList();
            var batch = office.Of(round, moves);
            if (moves.Count > 0)
                await store.WriteAsync(batch.Records, batch.Promises, cancellationToken); // Whoever moved meanwhile is planned anew an hour later.
            progress?.Invoke(seen += chunk.Length, all);
        }
    }

    private RoundMember Join(Round round, StaffMember person, IReadOnlySet<string>? signed)
    {
        var member = office.Plan.Join(round, person, office.Now);
        return signed?.Contains(member.Person) == true ? member with { State = MemberState.Acknowledged, NextAt = null, Reason = null } : member;
    }

    private Move Replan(RoundView view, StaffMember person)
    {
        var member = view.Members[person.Id.Value];
        var isBack = RoundPlan.MayComeBack(member) && !view.Unreachable.ContainsKey(member.Person);
        return new Move(member, isBack ? office.Plan.ReachableAgain(view.Round, member, person, office.Now) : office.Plan.Replan(view.Round, member, person, office.Now), null);
    }
}
