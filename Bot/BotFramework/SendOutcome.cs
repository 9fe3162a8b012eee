namespace PolicyBot.BotFramework;

/// <summary>
/// How a call to the channel ended. "Status codes from bot conversational APIs", Microsoft Teams documentation.
/// </summary>
internal abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Taken by the channel. The id is null where the channel gives none (a typing sign).</summary>
    internal sealed record Sent(string? Id) : SendOutcome;

    /// <summary>Final: the person blocked or removed the bot, or the conversation is gone. Do not try again.</summary>
    internal sealed record Gone(int Status, string Code) : SendOutcome;

    /// <summary>Final: the message is too large for the channel.</summary>
    internal sealed record TooLarge : SendOutcome;

    /// <summary>Final: the channel refuses the request as it is.</summary>
    internal sealed record Refused(int Status, string Code) : SendOutcome;

    /// <summary>For now: the channel was busy each time it was tried.</summary>
    internal sealed record Busy(int Status, TimeSpan? RetryAfter) : SendOutcome;

    /// <summary>No answer came: the message may have arrived or not, so it is not sent again here.</summary>
    internal sealed record Lost : SendOutcome;

    /// <summary>Nothing was sent: the address is not one that may be sent the bot's token.</summary>
    internal sealed record NotAllowed(string Host) : SendOutcome;
}
