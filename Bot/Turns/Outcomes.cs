using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>What an attempt to send means for a promised message.</summary>
internal static class Outcomes
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5), GiveUpAfter = TimeSpan.FromDays(3);

    public static Settlement Settle(OutboxMessage message, string person, SendOutcome outcome, DateTimeOffset now) =>
        Settle(message.Id, person, outcome, now, message.Attempts) is var settled
        && settled is Settlement.TryAgain && now - message.PromisedAt > GiveUpAfter
            ? new Settlement.Undeliverable(message.Id, person, 0, $"GaveUp {outcome.GetType().Name}")
            : settled;

    /// <summary>Every 403 and 404 is final; what is busy or lost is tried again, and so is a token that cannot be had.</summary>
    public static Settlement Settle(long id, string person, SendOutcome outcome, DateTimeOffset now, int attempts) => outcome switch
    {
        SendOutcome.Sent => new Settlement.Delivered(id, person),
        SendOutcome.Gone gone => new Settlement.Undeliverable(id, person, gone.Status, gone.Code),
        SendOutcome.TooLarge => new Settlement.Undeliverable(id, person, 413, "MessageSizeTooBig"),
        SendOutcome.NotAllowed elsewhere => new Settlement.Undeliverable(id, person, 0, $"NotAllowed {elsewhere.Host}"),
        SendOutcome.Refused { Status: not 401 } refused => new Settlement.Undeliverable(id, person, refused.Status, refused.Code),
        SendOutcome.Busy { RetryAfter: { } wait } when wait > Backoff(attempts) => new Settlement.TryAgain(id, person, now + wait),
        _ => new Settlement.TryAgain(id, person, now + Backoff(attempts)),
    };

    private static TimeSpan Backoff(int attempts) => RetryRules.Backoff(attempts) is var wait && wait < Longest ? wait : Longest;
}
