using System.Text.Json.Serialization;

namespace PolicyBot.BotFramework;

/// <summary>Where and with whom a conversation is, so that the bot can write first.</summary>
internal sealed record ConversationReference(string ChannelId, string ServiceUrl, ConversationAccount Conversation)
{
    public ChannelAccount? Bot { get; init; }

    public ChannelAccount? User { get; init; }

    public string? Locale { get; init; }

    /// <summary>The team that a channel belongs to; null for a chat.</summary>
    public TeamAccount? Team { get; init; }

    /// <summary>The Entra object id of the one person in a personal conversation, where the channel says it.</summary>
    [JsonIgnore]
    public string? Person => Conversation.ConversationType is "personal" ? User?.EntraId : null;

    public static ConversationReference Of(Activity activity) => new(activity.ChannelId!, activity.ServiceUrl!, activity.Conversation!)
    {
        Bot = activity.Recipient,
        User = activity.From,
        Locale = activity.Locale,
        Team = TeamsChannelData.TeamOf(activity),
    };

    /// <summary>A message of the bot's own in this conversation: in reply to nothing.</summary>
    public Activity Address(Activity message) => message with
    {
        Type = message.Type ?? ActivityTypes.Message,
        ChannelId = ChannelId,
        Conversation = Conversation,
        From = Bot,
        Recipient = User,
        Locale = message.Locale ?? Locale,
    };
}
