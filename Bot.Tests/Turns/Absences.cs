using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Tests.Turns;

/// <summary>A record of another room: somebody cannot be reached. Known once.</summary>
internal sealed record Absence(string Person);

/// <summary>They can be reached again; only of somebody who could not.</summary>
internal sealed record Return(string Person);

internal sealed class AbsenceWriter : TurnRecordWriter<Absence>
{
    protected override Task<bool> WriteAsync(BotDatabase database, Absence record, CancellationToken cancellationToken)
    {
        database.Unreachable.Add(new UnreachableRow { Person = record.Person, Reason = "away", Since = ManualClock.Start });
        return Task.FromResult(true);
    }
}

internal sealed class ReturnWriter : TurnRecordWriter<Return>
{
    protected override async Task<bool> WriteAsync(BotDatabase database, Return record, CancellationToken cancellationToken) =>
        await database.Unreachable.Where(row => row.Person == record.Person).ExecuteDeleteAsync(cancellationToken) > 0;
}
