using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;

namespace PolicyBot.Storage;

/// <summary>
/// Writes into the register with the turn it comes from, and moves people on in the round that is open. Who has confirmed a
/// version before loses the race, and is answered with what stands.
/// </summary>
internal sealed class RegisterRecords : TurnRecordWriter<Registrations>
{
    protected override async Task<bool> WriteAsync(BotDatabase database, Registrations registrations, CancellationToken cancellationToken)
    {
        await RegisterWriting.AppendAsync(database, registrations.Records, cancellationToken);
        foreach (var record in registrations.Records)
            if (!await MoveAsync(database, record, cancellationToken))
                return false;

        return true;
    }

    private static async Task<bool> MoveAsync(BotDatabase database, RegisterRecord record, CancellationToken cancellationToken)
    {
        if (record.Event is RegisterEvent.Corrected corrected)
            return await RegisterCorrections.ApplyAsync(database, record, corrected.Entry, cancellationToken);
        if (record.Event is RegisterEvent.Acknowledged signed && await database.Register.AnyAsync(row => row.Kind == RegisterWriting.Acknowledged
            && row.Person == record.Person && row.Item == record.Item && row.Version == record.Version && row.Round == (signed.Round ?? ""), cancellationToken))
            return false;
        if (StateAfter(record.Event) is not { } state)
            return true;

        await database.RoundMembers.Where(row => row.Person == record.Person && row.State != (int)MemberState.Acknowledged
                && database.Rounds.Any(round => round.Id == row.Round && round.Policy == record.Item && round.State != (int)RoundState.Stopped))
            .ExecuteUpdateAsync(row => row.SetProperty(moved => moved.State, (int)state).SetProperty(moved => moved.NextAt, (DateTimeOffset?)null), cancellationToken);
        return true;
    }

    private static MemberState? StateAfter(RegisterEvent happened) => happened switch
    {
        RegisterEvent.Acknowledged or RegisterEvent.SignedOnPaper => MemberState.Acknowledged,
        RegisterEvent.WantsToTalk => MemberState.WantsToTalk,
        RegisterEvent.Exempted => MemberState.Exempt,
        _ => null,
    };
}
