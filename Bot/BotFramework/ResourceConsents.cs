namespace PolicyBot.BotFramework;

/// <summary>
/// What Teams lets the bot do wherever it is installed, once the manifest asks for it: application permissions of
/// "Resource-specific consent", Microsoft Teams documentation.
/// </summary>
internal static class ResourceConsents
{
    /// <summary>A notice into the activity feed of whoever has the app.</summary>
    public const string SendToFeed = "TeamsActivity.Send.User";

    /// <summary>That somebody has read their chat with the bot.</summary>
    public const string SeeRead = "ChatMessageReadReceipt.Read.Chat";

    /// <summary>Whoever installs the app for somebody consents to all that its manifest asks for, no more and no less.</summary>
    public static IReadOnlyList<string> All { get; } = [SendToFeed, SeeRead];
}
