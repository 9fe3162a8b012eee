namespace PolicyBot.BotFramework;

/// <summary>Opens a conversation: with one person, or a thread in a channel.</summary>
internal sealed record ConversationParameters
{
    public bool IsGroup { get; init; }

    public ChannelAccount? Bot { get; init; }

    public IReadOnlyList<ChannelAccount>? Members { get; init; }

    public string? TenantId { get; init; }

    public Activity? Activity { get; init; }
}

internal sealed record ConversationResourceResponse(string? Id, string? ActivityId, string? ServiceUrl);

internal sealed record PagedMembers(string? ContinuationToken, IReadOnlyList<ChannelAccount>? Members);
