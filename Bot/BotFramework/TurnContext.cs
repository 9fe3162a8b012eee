namespace PolicyBot.BotFramework;

/// <summary>One activity in, replies out. Where the replies go, the sender knows: the connector, the HTTP answer, a terminal.</summary>
internal sealed class TurnContext(Activity activity, TurnContext.Sender send)
{
    private string? _commandText;

    internal delegate Task<SendOutcome> Sender(Activity reply, CancellationToken cancellationToken);

    public Activity Activity => activity;

    /// <summary>What the person wrote, without the mention of this bot; empty where there is no text.</summary>
    public string CommandText => _commandText ??= Mention.TextWithout(activity, activity.Recipient?.Id);

    public bool MentionsBot => Mention.In(activity).Any(mention => mention.Id == activity.Recipient?.Id);

    /// <summary>Replies go back in the HTTP answer, so they are neither retried nor lost apart from it.</summary>
    public bool RepliesAreTheAnswer => activity.DeliveryMode == DeliveryModes.ExpectReplies;

    /// <summary>Whether anything was sent in this turn.</summary>
    public bool Responded { get; private set; }

    public InvokeResponse? InvokeResponse { get; set; }

    public async Task<SendOutcome> SendActivityAsync(Activity reply, CancellationToken cancellationToken)
    {
        Responded = true;
        return await send(activity.CreateReply(reply), cancellationToken);
    }
}
