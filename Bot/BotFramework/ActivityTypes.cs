namespace PolicyBot.BotFramework;

/// <summary>The types this program tells apart; compared ordinally (A2011). Others are answered with 200 and silence.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string Event = "event";
    public const string InvokeResponse = "invokeResponse";
}

internal static class DeliveryModes
{
    public const string ExpectReplies = "expectReplies";
}

internal static class Channels
{
    public const string Teams = "msteams";
}
