using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyBot.Turns;

namespace PolicyBot.Commands.Doctor;

/// <summary>Those of the bot's own checks that need no bot that runs.</summary>
internal sealed class StateExamination(HealthCheckService health, StartMistakes mistakes) : IExamination
{
    private static readonly string[] OfARunningBot = ["process", "schedule"];

    /// <summary>Where the database's own settings are wrong, nothing about it is known.</summary>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (mistakes.InSettings.Exists(mistake => mistake.StartsWith("Storage:", StringComparison.Ordinal)))
            return [];

        var report = await health.CheckHealthAsync(check => !OfARunningBot.Contains(check.Name), cancellationToken);
        return [.. report.Entries.Select(entry => new Finding(entry.Key, entry.Value.Status switch
        {
            HealthStatus.Healthy => Condition.Well,
            HealthStatus.Degraded => Condition.Odd,
            _ when entry.Value.Data.ContainsKey(HealthNotes.Passes) => Condition.Odd,
            _ => Condition.Wrong,
        }, entry.Value.Description ?? "There was no answer in time. See whether the database is overloaded or the network to it is slow."))];
    }
}
