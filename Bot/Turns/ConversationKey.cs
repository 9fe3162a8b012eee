using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>One conversation on one channel, under the key that Bot Builder keeps its state by.</summary>
internal readonly record struct ConversationKey(string Value)
{
    public static ConversationKey Of(Activity activity) => Of(activity.ChannelId, activity.Conversation);

    public static ConversationKey Of(string? channelId, ConversationAccount? conversation) =>
        new($"{channelId}/conversations/{conversation?.Id}");

    public override string ToString() => Value;
}
