namespace PolicyBot.Tests.Channel;

/// <summary>A message as it stands in its conversation now.</summary>
/// <param name="Text">The text; of a card without one its fingerprint, enough to tell whether it came twice.</param>
/// <param name="ReplyTo">The activity it answers, where it answers one.</param>
internal sealed record Delivery(string ConversationId, long Number, string? Text, DateTimeOffset When, string? ReplyTo)
{
    /// <summary>The whole activity, where the channel keeps what it is sent.</summary>
    public string? Json { get; init; }

    /// <summary>The id the channel gave it: Teams' are numbers of thirteen digits too.</summary>
    public string ActivityId => $"{Number}";
}

/// <summary>The same text, more than once in one conversation.</summary>
internal sealed record Repeat(string ConversationId, string? Text, int Times);
