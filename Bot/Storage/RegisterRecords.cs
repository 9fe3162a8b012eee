using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Storage;

/// <summary>Writes into the register with the turn it comes from. Who has acknowledged a version before loses the race, and is answered with what stands.</summary>
internal sealed class RegisterRecords : TurnRecordWriter<RegisterRecord>
{
    protected override async Task<bool> WriteAsync(BotDatabase database, RegisterRecord record, CancellationToken cancellationToken)
    {
        await RegisterWriting.AppendAsync(database, [record], cancellationToken);
        return record.Event is not RegisterEvent.Acknowledged || !await database.Register.AnyAsync(
            row => row.Kind == "acknowledged" && row.Person == record.Person && row.Item == record.Item && row.Version == record.Version, cancellationToken);
    }
}
