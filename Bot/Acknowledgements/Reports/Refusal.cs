namespace PolicyBot.Acknowledgements.Reports;

/// <summary>
/// Why the channel did not take a message, and what a manager can do about it. The codes:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-bot-conversational-apis
/// </summary>
internal static class Refusal
{
    private const string OrOnPaper = "or take a signature on paper";

    private static readonly (string Code, string Reason, string NextStep)[] Known =
    [
        ("No Teams account", "No Teams account in the roster.", "Give them the policy on paper, and enter the signature."),
        ("ConversationBlockedByUser", "Blocked the bot.", $"Ask them to unblock PolicyBot in Teams, {OrOnPaper}."),
        ("MessageWritesBlocked", "Blocked the bot or removed it.", $"Ask them to add PolicyBot in Teams again, {OrOnPaper}."),
        ("BotNotInConversationRoster", "Removed the bot.", $"Ask them to add PolicyBot in Teams again, {OrOnPaper}."),
        ("ForbiddenOperationException", "Never had the bot.", "Ask whoever runs Teams at the school to install PolicyBot for them."),
        ("BotNotInstalled", "Never had the bot.", "Ask whoever runs Teams at the school to install PolicyBot for them."),
        ("BotDisabledByAdmin", "The school's Teams has switched the bot off for them.", "Ask whoever runs Teams at the school to allow PolicyBot."),
        ("NotEnoughPermissions", "The school's Teams does not let the bot write to them.", "Ask whoever runs Teams at the school to allow PolicyBot."),
        ("InvalidBotApiHost", "The school's Teams does not let the bot write to them.", "Ask whoever runs the bot: its address for Teams is not the right one."),
        ("NotAllowed", "Teams gave an address that the bot does not write to.", "Ask whoever runs the bot to look at its log."),
        ("MessageSizeTooBig", "The message was too large for Teams.", "Ask whoever runs the bot to look at its log."),
        ("GaveUp", "Teams could not be reached for too long.", "Remind them: the bot tries again."),
        ("ConversationNotFound", "Their chat with the bot is gone.", $"Ask them to write \"hello\" to PolicyBot in Teams, {OrOnPaper}."),
        ("ActivityNotFoundInConversation", "Their chat with the bot is gone.", $"Ask them to write \"hello\" to PolicyBot in Teams, {OrOnPaper}."),
    ];

    /// <summary>Both in one breath.</summary>
    public static string Said(string written) => InWords(written) is var (reason, nextStep) ? $"{reason} {nextStep}" : "";

    /// <param name="written">As the register has it: "403 ConversationBlockedByUser", or why it was not tried.</param>
    public static (string Reason, string NextStep) InWords(string written)
    {
        foreach (var (code, reason, nextStep) in Known)
            if (written.Contains(code, StringComparison.OrdinalIgnoreCase))
                return (reason, nextStep);

        return written.StartsWith("404", StringComparison.Ordinal)
            ? ("Teams does not find them.", $"Check their id in the roster, {OrOnPaper}.")
            : ($"The message was not delivered ({written.Trim()}).", $"Ask them in person, {OrOnPaper}.");
    }
}
