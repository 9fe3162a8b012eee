using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>A message that is sent at least once, whatever happens, or recorded as refused.</summary>
internal sealed record Promise(Recipient To, Activity Message, DateTimeOffset NotBefore)
{
    /// <summary>The same key is promised once, however often it is asked for: "round-2026/person".</summary>
    public string? Key { get; init; }

    /// <summary>What the message is part of, for showing how far that is; null for a reply, which goes first.</summary>
    public string? Campaign { get; init; }
}

/// <summary>Who a promised message is for.</summary>
internal abstract record Recipient
{
    private Recipient()
    {
    }

    /// <summary>Messages of one thread are sent one after the other, in the order they were promised.</summary>
    public abstract string Thread { get; }

    /// <param name="ServiceUrl">Where the conversation was when the message was promised; a newer reference comes first.</param>
    internal sealed record Conversation(ConversationKey Key, string? ServiceUrl) : Recipient
    {
        public override string Thread => Key.Value;
    }

    /// <summary>One person, by Entra object id: in the conversation known, or in one made for it.</summary>
    internal sealed record Person(string ObjectId) : Recipient
    {
        public override string Thread => $"people/{ObjectId}";
    }
}
