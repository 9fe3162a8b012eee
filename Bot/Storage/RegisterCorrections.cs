using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;

namespace PolicyBot.Storage;

/// <summary>
/// A correction within its transaction, in which the register's head is held: nobody else corrects meanwhile. Who has confirmed
/// may confirm again in the same round once that does not count any more, and the person's place in the round follows what counts.
/// </summary>
internal static class RegisterCorrections
{
    /// <returns>False where the entry is none of that person's, or counts no longer: somebody was first.</returns>
    public static async Task<bool> ApplyAsync(BotDatabase database, RegisterRecord record, long number, CancellationToken cancellationToken)
    {
        await database.SaveChangesAsync(cancellationToken);
        var ids = await PersonIds.EverAsync(database, record.Person!, cancellationToken);
        var theirs = (await database.Register.AsNoTracking().Where(row => ids.Contains(row.Person!)).OrderBy(row => row.Number).ToListAsync(cancellationToken)).ConvertAll(RegisterWriting.EntryOf);
        var own = theirs.FindLast(entry => entry.ReadEvent() is RegisterEvent.Corrected corrected && corrected.Entry == number);
        if (!Corrections.Counting([.. theirs.Where(entry => entry != own)]).Any(entry => entry.Number == number))
            return false;

        var counting = Corrections.Counting(theirs);
        foreach (var same in theirs.Where(entry => entry.Kind == RegisterWriting.Acknowledged && entry.Item == record.Item).GroupBy(entry => (entry.Version, RoundOf(entry))))
            await ReserveAsync(database, [.. same.Select(entry => entry.Number)], same.FirstOrDefault(counting.Contains)?.Number, same.Key.Item2, cancellationToken);
        await FollowAsync(database, record.Item, ids, counting, cancellationToken);
        return true;
    }

    private static string RoundOf(RegisterEntry entry) => (entry.ReadEvent() as RegisterEvent.Acknowledged)?.Round ?? "";

    /// <summary>Of those of one round, only the one that counts stands in the way of another.</summary>
    private static async Task ReserveAsync(BotDatabase database, List<long> numbers, long? holder, string round, CancellationToken cancellationToken)
    {
        await database.Register.Where(row => numbers.Contains(row.Number) && row.Number != (holder ?? 0) && row.Round != null)
            .ExecuteUpdateAsync(row => row.SetProperty(freed => freed.Round, (string?)null), cancellationToken);
        await database.Register.Where(row => row.Number == (holder ?? 0))
            .ExecuteUpdateAsync(row => row.SetProperty(held => held.Round, round), cancellationToken);
    }

    /// <summary>Who is open again is planned anew when the round is next held against the roster.</summary>
    private static async Task FollowAsync(BotDatabase database, string item, IReadOnlyList<string> ids, IReadOnlyList<RegisterEntry> counting, CancellationToken cancellationToken)
    {
        var open = await database.Rounds.AsNoTracking()
            .Where(round => round.Policy == item && round.State != (int)RoundState.Stopped).ToListAsync(cancellationToken);
        foreach (var round in open)
        {
            var standing = RoundStanding.Of(RoundRows.Read(round), counting);
            var moved = database.RoundMembers.Where(row => row.Round == round.Id && ids.Contains(row.Person));
            moved = standing is null
                ? moved.Where(row => row.State == (int)MemberState.Acknowledged || row.State == (int)MemberState.Exempt || row.State == (int)MemberState.WantsToTalk)
                : moved.Where(row => row.State != (int)MemberState.Left);
            var state = (int)(standing ?? MemberState.Open);
            await moved.ExecuteUpdateAsync(row => row.SetProperty(member => member.State, state).SetProperty(member => member.NextAt, (DateTimeOffset?)null), cancellationToken);
        }
    }
}
