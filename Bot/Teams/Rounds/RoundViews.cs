using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;

namespace PolicyBot.Teams.Rounds;

/// <summary>What the manager looks at: what a round would do, and where one stands. Nothing is changed by it.</summary>
internal sealed class RoundViews(RoundReader reader, RoundOffice office)
{
    /// <returns>Null where the roster is empty.</returns>
    public async Task<RoundPreview?> PreviewAsync(Policy policy, string by, CancellationToken cancellationToken)
    {
        var (round, roster, unreachable) = (office.New(policy, by, Round.ByHand), await reader.RosterAsync(cancellationToken), await reader.UnreachableAsync(cancellationToken));
        var today = roster.On(SchoolTime.DayOf(office.Now));
        List<StaffMember> asked = [.. today.Working, .. today.OnLeave];
        var members = asked.ConvertAll(person => office.Plan.Join(round, person, office.Now));
        var times = members.Select(member => member.NextAt).OfType<DateTimeOffset>().ToList();
        var lost = asked.Zip(members, (person, member) => (person, why: member.Reason ?? unreachable.GetValueOrDefault(member.Person))).Where(pair => pair.why is not null);
        return asked.Count == 0 ? null : new RoundPreview(policy, round, await reader.OpenAsync(policy.Id.Value, cancellationToken), asked.Count, today.OnLeave.Count, [.. lost.Select(pair => (pair.person, pair.why!))],
            times.Count == 0 ? null : times.Min(), times.Count == 0 ? null : times.Max());
    }

    public async Task<RoundStatus> StatusAsync(Policy policy, Round round, CancellationToken cancellationToken)
    {
        var view = await reader.ViewAsync(round, cancellationToken);
        var missing = view.Roster.People.Where(person => view.Members.ContainsKey(person.Id.Value)).Select(person => (person, view.Members[person.Id.Value]))
            .Where(pair => pair.Item2.State is MemberState.Open or MemberState.WantsToTalk or MemberState.NotReachable);
        return new RoundStatus(policy, round, await reader.Rounds.CountAsync(round.Id, cancellationToken), [.. missing]) { AsAt = office.Now };
    }

    /// <returns>A round, open or not, and its policy; null where either is gone.</returns>
    public async Task<(Policy Policy, Round Round)?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await reader.Rounds.RoundsAsync(cancellationToken)).FirstOrDefault(round => round.Id == id) is { } round && reader.Library.Policies.FirstOrDefault(policy => policy.Id.Value == round.Policy) is { } policy ? (policy, round) : null;

    public Task<RoundCount> CountAsync(Round round, CancellationToken cancellationToken) => reader.Rounds.CountAsync(round.Id, cancellationToken);
}
