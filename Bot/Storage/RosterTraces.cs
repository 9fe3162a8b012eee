using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <summary>
/// What bringing a roster in changes beside it, in its transaction: entries of the register, and the places in the rounds of
/// whoever has an id instead of an email. The register's head is taken first, as everybody does who moves people in a round.
/// </summary>
internal static class RosterTraces
{
    private const int Chunk = 500;

    public static async Task WriteAsync(BotDatabase database, RosterComparison comparison, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var entries = RosterEntries.Of(comparison, at);
        if (entries.Count == 0)
            return;

        await RegisterWriting.AppendAsync(database, entries, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        foreach (var newIds in comparison.NewIds.Chunk(Chunk))
            await MoveAsync(database, newIds.ToDictionary(each => each.Before.Id.Value, each => each.Now.Id.Value), cancellationToken);
    }

    private static async Task MoveAsync(BotDatabase database, Dictionary<string, string> now, CancellationToken cancellationToken)
    {
        var (before, after) = (now.Keys.ToList(), now.Values.ToList());
        var members = await database.RoundMembers.Where(row => before.Contains(row.Person) || after.Contains(row.Person)).ToListAsync(cancellationToken);
        var there = members.Where(row => !now.ContainsKey(row.Person)).ToDictionary(row => (row.Round, row.Person));
        foreach (var row in members.Where(row => now.ContainsKey(row.Person)))
        {
            database.RoundMembers.Remove(row);
            if (there.TryGetValue((row.Round, now[row.Person]), out var already))
                Settle(already, row);
            else
                database.RoundMembers.Add(Moved(row, now[row.Person]));
        }

        await database.SaveChangesAsync(cancellationToken);
        await database.People.Where(row => before.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Somebody who was in the round twice: what is done with under either id is done with.</summary>
    private static void Settle(RoundMemberRow already, RoundMemberRow before)
    {
        if ((MemberState)before.State is MemberState.Acknowledged or MemberState.Exempt && (MemberState)already.State is not MemberState.Acknowledged)
            (already.State, already.NextAt, already.Reason) = (before.State, null, null);
    }

    private static RoundMemberRow Moved(RoundMemberRow row, string person) => new()
    {
        Round = row.Round,
        Person = person,
        Issued = row.Issued,
        State = row.State,
        Sent = row.Sent,
        Messages = row.Messages,
        NextAt = row.NextAt,
        DeliveredAt = row.DeliveredAt,
        SeenAt = row.SeenAt,
        Reason = row.Reason,
    };
}
