using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Telemetry;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Rounds;

/// <summary>
/// Every minute: whoever of a running round has something due. What goes out, the entry in the register and the person's
/// next time are one transaction: killed in the middle, nobody is missed and nobody is written to twice.
/// </summary>
internal sealed class RoundWork(RoundReader reader, IRecordStore store, RoundOffice office) : IScheduledWork
{
    private const int Batch = 200, MostLostRaces = 20;

    public string Name => "round";

    public string Cron => "0 * * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var round in (await reader.Rounds.RoundsAsync(cancellationToken)).Where(round => round.State is RoundState.Running && office.Messages.PolicyOf(round) is not null))
            await RunAsync(round, cancellationToken);
    }

    private async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        var lost = 0;
        while (await reader.Rounds.DueAsync(round.Id, office.Now, Batch, cancellationToken) is { Count: > 0 } due && lost < MostLostRaces)
        {
            var batch = office.Of(round, due.Select(each => Decide(round, each)));
            if (await store.WriteAsync(batch.Records, batch.Promises, cancellationToken))
                Measures.RoundMessages(round.Policy, batch.Promises.Count);
            else
                lost++; // Somebody confirmed just now: looked at again.
        }
    }

    private Move Decide(Round round, DueMember due) => due.Person is { } person
        ? office.Plan.Take(round, due.Member, person, office.Now)
        : new Move(due.Member, due.Member with { NextAt = null }, null);
}
