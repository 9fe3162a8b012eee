using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Rounds;

/// <summary>Every morning: begins the round of the year of each policy, where it is time and there is a roster.</summary>
internal sealed class AnnualRounds(RoundDesk desk, RoundReader reader, AnnualStart annual, TimeProvider clock) : IScheduledWork
{
    public string Name => "annual-rounds";

    public string Cron => "0 30 7 * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var rounds = await reader.Rounds.RoundsAsync(cancellationToken);
        foreach (var policy in desk.Policies.Where(policy => annual.IsDue(SchoolTime.Today(clock), rounds.Where(round => round.Policy == policy.Id.Value))))
            if ((await reader.RosterAsync(cancellationToken)).People.Count > 0)
                await desk.StartAsync(policy, "the schedule", Round.Annual, null, cancellationToken);
    }
}
