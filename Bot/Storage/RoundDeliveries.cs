using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>
/// What became of a round's messages goes into the register and to the person's place in the round, in the transaction that
/// settles them. A message that reached nobody was no step: it goes out again once the person can be reached.
/// </summary>
internal static class RoundDeliveries
{
    public static async Task NoteAsync(BotDatabase database, IReadOnlyList<Settlement> settlements, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var final = settlements.Where(each => each is not Settlement.TryAgain).ToDictionary(each => each.Id);
        var ids = final.Keys.ToList();
        var open = await database.Outbox.Where(row => ids.Contains(row.Id) && row.DoneAt == null && row.Campaign!.StartsWith(RoundKey.Prefix))
            .Select(row => new { row.Id, row.Key }).ToListAsync(cancellationToken);
        var fared = open.Select(row => (Key: RoundKey.Parse(row.Key), Settlement: final[row.Id])).Where(each => each.Key is not null).ToList();
        if (fared.Count == 0)
            return;

        var ofRounds = fared.Select(each => each.Key!.Round).Distinct().ToList();
        var rounds = await database.Rounds.AsNoTracking().Where(row => ofRounds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        await RegisterWriting.AppendAsync(database, fared.Select(each => new RegisterRecord(each.Key!.Person, rounds[each.Key.Round].Policy, rounds[each.Key.Round].Version,
            EventOf(each.Key, each.Settlement), now)), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        foreach (var reached in fared.Where(each => each.Settlement is Settlement.Delivered).GroupBy(each => each.Key!.Round, each => each.Key!.Person))
            await ReachedAsync(database, reached.Key, [.. reached], now, cancellationToken);
        foreach (var (key, settlement) in fared)
            if (settlement is Settlement.Undeliverable refused)
                await LostAsync(database, key!, refused.Reason, cancellationToken);
    }

    private static RegisterEvent EventOf(RoundKey key, Settlement settlement) => settlement is Settlement.Undeliverable refused
        ? new RegisterEvent.Undeliverable(key.Round, key.Step.ToString(), refused.Reason)
        : new RegisterEvent.Delivered(key.Round, key.Step.ToString());

    /// <summary>A message that arrives is one that was not seen yet.</summary>
    private static async Task ReachedAsync(BotDatabase database, string round, List<string> people, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reached = database.RoundMembers.Where(row => row.Round == round && people.Contains(row.Person));
        await reached.Where(row => row.DeliveredAt == null).ExecuteUpdateAsync(row => row.SetProperty(member => member.DeliveredAt, now), cancellationToken);
        await reached.Where(row => row.SeenAt != null).ExecuteUpdateAsync(row => row.SetProperty(member => member.SeenAt, (DateTimeOffset?)null), cancellationToken);
    }

    private static async Task LostAsync(BotDatabase database, RoundKey key, string reason, CancellationToken cancellationToken)
    {
        var theirs = database.RoundMembers.Where(row => row.Round == key.Round && row.Person == key.Person && row.State == (int)MemberState.Open);
        if (await theirs.Select(row => row.Sent).SingleOrDefaultAsync(cancellationToken) is not { } sent)
            return; // They confirmed all the same, or have left.

        var steps = RoundRows.ReadSteps(sent);
        var left = RoundRows.Write([.. steps.Where((step, place) => place != steps.Count - 1 || step.Step != key.Step)]);
        await theirs.ExecuteUpdateAsync(
            row => row.SetProperty(lost => lost.State, (int)MemberState.NotReachable).SetProperty(lost => lost.Reason, reason)
                .SetProperty(lost => lost.Sent, left).SetProperty(lost => lost.NextAt, (DateTimeOffset?)null), cancellationToken);
    }
}
