using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;

namespace PolicyBot.Storage;

/// <summary>That a person has seen the last message of a round: once for each message, and for nobody who need not confirm any more.</summary>
internal sealed class SeenRecords : TurnRecordWriter<MessageSeen>
{
    protected override async Task<bool> WriteAsync(BotDatabase database, MessageSeen seen, CancellationToken cancellationToken)
    {
        var unseen = database.RoundMembers.Where(row => row.Person == seen.Person && row.State == (int)MemberState.Open && row.DeliveredAt != null && row.SeenAt == null);
        var rounds = await database.Rounds.AsNoTracking().Where(round => round.State != (int)RoundState.Stopped && unseen.Any(row => row.Round == round.Id)).ToListAsync(cancellationToken);
        if (rounds.Count == 0)
            return true;

        await RegisterWriting.AppendAsync(database,
            rounds.ConvertAll(round => new RegisterRecord(seen.Person, round.Policy, round.Version, new RegisterEvent.Seen(round.Id), seen.At)), cancellationToken);
        var ids = rounds.ConvertAll(round => round.Id);
        return await unseen.Where(row => ids.Contains(row.Round)).ExecuteUpdateAsync(row => row.SetProperty(member => member.SeenAt, seen.At), cancellationToken) == rounds.Count;
    }
}
