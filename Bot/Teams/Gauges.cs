using Microsoft.Extensions.Hosting;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Telemetry;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>Reads off twice a minute, on every replica, what stands in the database: how long messages wait, and how far rounds are.</summary>
internal sealed class Gauges(IOutboxStore outbox, IRoundBook rounds, TelemetrySettings settings, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.IsOn && !stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(BetweenLooks, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            Measures.OutboxLag(now - (await outbox.OldestDueAsync(now, cancellationToken) ?? now));
            foreach (var round in (await rounds.RoundsAsync(cancellationToken)).Where(round => round.State is RoundState.Running))
                foreach (var (state, people) in (await rounds.CountAsync(round.Id, cancellationToken)).States)
                    Measures.RoundPeople(round.Policy, $"{state}", people);
        }
        catch (Exception fault) when (fault is StoreAwayException or OperationCanceledException)
        {
            // Health says so.
        }
    }
}
