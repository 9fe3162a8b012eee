using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.BotFramework;

/// <summary>
/// What a channel and a bot say to each other, with the fields this program uses; every other field is kept in
/// <see cref="Unknown"/>. Bot Framework protocol, section "Basic activity structure" (A2000 and following).
/// </summary>
internal sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    /// <summary>What a notification says of a message that has no text.</summary>
    public string? Summary { get; init; }

    public string? Locale { get; init; }

    public string? InputHint { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public IReadOnlyList<Entity>? Entities { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>What the installation did ("add", "remove") or a reaction's kind, by the type of the activity.</summary>
    public string? Action { get; init; }

    /// <summary>The name of an invoke or event.</summary>
    public string? Name { get; init; }

    public string? ReplyToId { get; init; }

    public string? DeliveryMode { get; init; }

    [JsonConverter(typeof(RawJsonConverter))]
    public JsonElement? Value { get; init; }

    [JsonConverter(typeof(RawJsonConverter))]
    public JsonElement? ChannelData { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    [JsonIgnore]
    public bool IsPersonal => Conversation?.ConversationType is null or "personal";

    /// <summary>
    /// A reply in the same conversation, from the bot to whom it heard. Carries no id, timestamp or service URL,
    /// which a bot should not send (A2031, A2041, A2302).
    /// </summary>
    public Activity CreateReply(Activity reply) => reply with
    {
        Type = reply.Type ?? ActivityTypes.Message,
        ChannelId = ChannelId,
        Conversation = Conversation,
        From = Recipient,
        Recipient = From,
        Locale = reply.Locale ?? Locale,
        ReplyToId = Id,
    };
}

/// <summary>A person or a bot on a channel.</summary>
internal sealed record ChannelAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AadObjectId { get; init; }

    /// <summary>What a list of members calls the Entra object id.</summary>
    public string? ObjectId { get; init; }

    [JsonIgnore]
    public string? EntraId => AadObjectId ?? ObjectId;

    public string? Role { get; init; }

    /// <summary>This and the two below only in a list of members.</summary>
    public string? Email { get; init; }

    public string? UserPrincipalName { get; init; }

    /// <summary>"user", "guest" or "anonymous".</summary>
    public string? UserRole { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A conversation on a channel. In a Teams channel the id names the thread.</summary>
internal sealed record ConversationAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public bool? IsGroup { get; init; }

    /// <summary>personal, groupChat or channel, on Teams.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

internal sealed record Attachment
{
    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public string? Name { get; init; }

    [JsonConverter(typeof(RawJsonConverter))]
    public JsonElement? Content { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>Something the text speaks of. Only its type is known to all; the rest depends on the type.</summary>
internal sealed record Entity
{
    public string? Type { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

internal sealed record SuggestedActions(IReadOnlyList<CardAction> Actions)
{
    public IReadOnlyList<string>? To { get; init; }
}

/// <summary>A button. An imBack button sends <paramref name="Value"/> as if the person had typed it.</summary>
internal sealed record CardAction(string Type, string Title, string Value);

internal sealed record ResourceResponse(string? Id);

internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);
