using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>When an errand that was in vain is tried again, and when it is given up.</summary>
internal static class ErrandRules
{
    /// <summary>The bot may have been away itself for that long: a few attempts are made in any case.</summary>
    private const int FewestAttempts = 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1), GiveUpAfter = TimeSpan.FromDays(3);

    public static SettledErrand Settle(ClaimedErrand claimed, ErrandOutcome outcome, DateTimeOffset now) => outcome switch
    {
        ErrandOutcome.TryAgain again when now - claimed.DueAt > GiveUpAfter && claimed.Attempt >= FewestAttempts =>
            new(claimed.Id, new ErrandOutcome.Refused("GaveUp", $"It was tried for three days and given up: {again.Why}"), now),
        ErrandOutcome.TryAgain again => new(claimed.Id, again, now + Wait(again.After, claimed.Attempt)),
        _ => new(claimed.Id, outcome, now),
    };

    /// <summary>As long as the service asks, and else twice as long each time; never over an hour.</summary>
    private static TimeSpan Wait(TimeSpan? after, int attempt) =>
        (after ?? RetryRules.Backoff(attempt)) is var wait && wait < LongestWait ? wait : LongestWait;
}
