using PolicyBot.Turns;

namespace PolicyBot.Graph.Runners;

/// <summary>What an errand made that another is to undo or complete.</summary>
internal sealed class EarlierErrand(IErrandStore errands, TimeProvider clock)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <returns>
    /// The errand; null where there never was one, or where it was given up. Or a word to try again: it is not run yet, or it
    /// was cancelled while it was being run, and what it makes will be known in a moment.
    /// </returns>
    public async Task<(KnownErrand? Made, ErrandOutcome? Wait)> FindAsync(string key, CancellationToken cancellationToken) =>
        await errands.FindAsync(key, cancellationToken) switch
        {
            { State: ErrandState.Open } => (null, new ErrandOutcome.TryAgain("What it undoes is not done yet.", Soon)),
            { State: ErrandState.Cancelled, Attempts: > 0 } lately when clock.GetUtcNow() - lately.At < 2 * Soon =>
                (null, new ErrandOutcome.TryAgain("What it undoes may be under way.", 2 * Soon)),
            var found => (found, null),
        };
}
