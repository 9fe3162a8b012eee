namespace PolicyBot.Teams.Rounds;

/// <summary>Why somebody cannot be reached, and what the manager can do about it. Codes: "Proactive messages", Microsoft Teams documentation.</summary>
internal static class Reasons
{
    private static readonly (string Code, string InWords)[] Known =
    [
        ("ConversationBlockedByUser", "has blocked the bot; ask them to unblock it, or have them sign on paper"),
        ("BotNotInConversationRoster", "the bot is not installed for them; ask your Teams administrator to install it"),
        ("ForbiddenOperation", "the bot may not write to them; ask your Teams administrator to install it for them"),
        ("ConversationNotFound", "the chat is gone; ask your Teams administrator to install the bot for them again"),
        ("UserNotFound", "Teams does not know this account; correct the id in the roster"),
        ("BadSyntax", "Teams does not know this account; correct the id in the roster"),
        ("No Teams account", "no Teams account in the roster; have them sign on paper"),
    ];

    public static string InWords(string reason) =>
        Known.FirstOrDefault(known => reason.Contains(known.Code, StringComparison.OrdinalIgnoreCase)).InWords ?? $"Teams refused the message ({reason}); have them sign on paper";
}
