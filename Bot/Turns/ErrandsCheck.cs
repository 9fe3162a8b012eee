using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PolicyBot.Turns;

/// <summary>
/// Whether services beside the channel take what they are to do: each refusal of the last days in a sentence, until
/// something later of the same kind, for the same person, has got through.
/// </summary>
internal sealed class ErrandsCheck(IErrandStore errands, TimeProvider clock) : IHealthCheck
{
    private const int Most = 5;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    private static readonly HealthCheckResult
        AreRun = HealthCheckResult.Healthy("Errands are run."),
        Away = HealthCheckResult.Degraded("Whether errands are run is known when the database can be reached.");

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.Run(() => LookAsync(cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    private async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var troubles = await errands.TroublesAsync(clock.GetUtcNow() - Lately, cancellationToken);
            return troubles.Count == 0 ? AreRun : HealthCheckResult.Degraded(Says(troubles));
        }
        catch (StoreAwayException)
        {
            return Away;
        }
    }

    /// <summary>Of whom is not said: anybody may read this.</summary>
    private static string Says(IReadOnlyList<KnownErrand> troubles)
    {
        var sentences = troubles.Select(trouble => trouble.Sentence).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var more = sentences.Count > Most ? $" There are {sentences.Count - Most} more; the log has them all." : "";
        return string.Join(' ', sentences.Take(Most)) + more;
    }
}
