using Microsoft.Extensions.Hosting;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Telemetry;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>Reads off twice a minute, on every replica, what stands in the database: how long messages wait, and how far rounds are.</summary>
internal sealed class Gauges(IOutboxStore outbox, IRoundBook rounds, TelemetrySettings settings, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    private readonly HashSet<(string Policy, string State)> _shown = [];

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
            Show(await PeopleAsync(cancellationToken));
        }
        catch (Exception fault) when (fault is StoreAwayException or OperationCanceledException)
        {
            // Health says so.
        }
    }

    private async Task<Dictionary<(string Policy, string State), int>> PeopleAsync(CancellationToken cancellationToken)
    {
        var people = new Dictionary<(string, string), int>();
        foreach (var round in (await rounds.RoundsAsync(cancellationToken)).Where(round => round.State is RoundState.Running))
            foreach (var (state, count) in (await rounds.CountAsync(round.Id, cancellationToken)).States)
                people[(round.Policy, $"{state}")] = count;

        return people;
    }

    /// <summary>A gauge keeps what it was last told: where nobody is any more, it is told so.</summary>
    private void Show(Dictionary<(string Policy, string State), int> people)
    {
        _shown.UnionWith(people.Keys);
        foreach (var (policy, state) in _shown)
            Measures.RoundPeople(policy, state, people.GetValueOrDefault((policy, state)));
    }
}
