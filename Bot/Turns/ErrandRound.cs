using System.Text.Json;
using Microsoft.Extensions.Logging;
using PolicyBot.Telemetry;

namespace PolicyBot.Turns;

/// <summary>
/// One batch of one kind: claim, keep the service's pace, run, write down. A kind that nobody here runs is left alone:
/// another replica, or this one with other settings, may run it.
/// </summary>
internal sealed partial class ErrandRound(IErrandStore errands, IEnumerable<IErrandRunner> runners, TimeProvider clock, ILogger<ErrandRound> log)
{
    private const int Most = 25;

    /// <summary>A little below the limit: calls that are evenly spaced here arrive a little less evenly there.</summary>
    private const double Margin = .98;

    /// <summary>The lease is longer than the longest wait for a place and the longest attempt together.</summary>
    private static readonly TimeSpan
        Lease = TimeSpan.FromMinutes(2), LongestWait = TimeSpan.FromSeconds(60), LongestAttempt = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, IErrandRunner> _runners = runners.ToDictionary(runner => runner.Kind, StringComparer.Ordinal);

    public bool HasRunners => _runners.Count > 0;

    /// <returns>The kinds that have something to do, and somebody here to do it.</returns>
    public async Task<IReadOnlyList<string>> DueAsync(CancellationToken cancellationToken) =>
        [.. (await errands.DueAsync(clock.GetUtcNow(), cancellationToken)).Where(_runners.ContainsKey)];

    /// <param name="stopping">Ends the round early: what is not being run yet is given back.</param>
    /// <returns>How many errands were taken.</returns>
    public async Task<int> RunAsync(string kind, CancellationToken stopping)
    {
        var (runner, now) = (_runners[kind], clock.GetUtcNow());
        var claimed = await errands.ClaimAsync(kind, Math.Clamp((int)Math.Ceiling(runner.PerSecond), 1, Most), now, now + Lease, stopping);
        if (claimed.Count == 0)
            return 0;

        var each = TimeSpan.FromSeconds(1 / (runner.PerSecond * Margin));
        var first = await errands.ReserveAsync(kind, each * claimed.Count, now, CancellationToken.None);
        var settled = await Task.WhenAll(claimed.Select((errand, i) => RunAsync(runner, errand, first + each * i, stopping)));
        await errands.SettleAsync(settled, clock.GetUtcNow(), CancellationToken.None);
        await HoldBackAsync(kind, settled);
        return claimed.Count;
    }

    private async Task<SettledErrand> RunAsync(IErrandRunner runner, ClaimedErrand claimed, DateTimeOffset slot, CancellationToken stopping)
    {
        var givenBack = new SettledErrand(claimed.Id, new ErrandOutcome.TryAgain(""), slot);
        if (slot - clock.GetUtcNow() > LongestWait || !await WaitAsync(slot, stopping))
            return givenBack;

        var outcome = await OutcomeAsync(runner, claimed);
        var settled = ErrandRules.Settle(claimed, outcome, clock.GetUtcNow());
        Measures.Errand(runner.Kind, settled.Outcome.GetType().Name);
        if (settled.Outcome is ErrandOutcome.Refused refused)
            IsRefused(claimed.Errand.Key, refused.Code, refused.Sentence);
        else if (settled.Outcome is ErrandOutcome.TryAgain again)
            IsTriedAgain(claimed.Errand.Key, claimed.Attempt, again.Why);

        return settled;
    }

    /// <summary>What the outside world throws is tried again; a body that its own runner cannot read never will be read.</summary>
    private async Task<ErrandOutcome> OutcomeAsync(IErrandRunner runner, ClaimedErrand claimed)
    {
        using var deadline = new CancellationTokenSource(LongestAttempt, clock);
        try
        {
            return await runner.RunAsync(claimed.Errand, claimed.Attempt, deadline.Token);
        }
        catch (OperationCanceledException)
        {
            return new ErrandOutcome.TryAgain("The service did not answer in time.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or StoreAwayException)
        {
            return new ErrandOutcome.TryAgain($"The service cannot be reached: {fault.Message}");
        }
        catch (JsonException fault)
        {
            return new ErrandOutcome.Refused("Unreadable", $"An errand of the kind '{runner.Kind}' cannot be read. Say so to whoever looks after the bot: {fault.Message}");
        }
    }

    /// <returns>False where the process is stopping.</returns>
    private async Task<bool> WaitAsync(DateTimeOffset slot, CancellationToken stopping)
    {
        try
        {
            if (slot - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, stopping);

            return !stopping.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>A service that says how long to wait means all of the kind, on every replica.</summary>
    private async Task HoldBackAsync(string kind, IReadOnlyList<SettledErrand> settled)
    {
        var asked = settled.Select(each => (each.Outcome as ErrandOutcome.TryAgain)?.After).Max();
        if (asked > TimeSpan.Zero)
            await errands.ReserveAsync(kind, asked < LongestWait ? asked.Value : LongestWait, clock.GetUtcNow(), CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Warning, "Errand {Key} is refused, {Code}: {Sentence}")]
    private partial void IsRefused(string key, string code, string sentence);

    [LoggerMessage(LogLevel.Information, "Errand {Key} is tried again after attempt {Attempt}: {Why}")]
    private partial void IsTriedAgain(string key, int attempt, string why);
}
