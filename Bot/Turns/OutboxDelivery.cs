using System.Text.Json;
using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>Sends one promised message, once, and says what became of it. The first word to somebody opens the conversation.</summary>
internal sealed class OutboxDelivery(ConnectorClient connector, IReferenceStore references, BotCredentials credentials, OutboxSettings settings)
{
    /// <summary>Long before the lease of a message ends, so that it is not sent by two.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public async Task<SendOutcome> SendAsync(OutboxMessage message, ConversationReference? reference, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Longest);
        var activity = JsonSerializer.Deserialize(message.Activity, WireJson.Plain.Activity)!;
        return message.To switch
        {
            Recipient.Conversation there => await ToConversationAsync(there, activity, reference, deadline.Token),
            Recipient.Person person => await ToPersonAsync(person, activity, reference, deadline.Token),
            _ => throw new InvalidOperationException($"No way to send to {message.To.GetType().Name}."),
        };
    }

    /// <summary>A reply says where it goes; a word to the conversation of another turn goes to where that was last seen.</summary>
    private async Task<SendOutcome> ToConversationAsync(
        Recipient.Conversation there, Activity activity, ConversationReference? reference, CancellationToken cancellationToken) => activity.Conversation is not null
        ? await connector.SendAsync(reference?.ServiceUrl ?? there.ServiceUrl ?? settings.ServiceUrl, activity, cancellationToken)
        : reference is null ? new SendOutcome.Gone(404, "ConversationNotKnown")
        : await SendAsync(reference, activity, cancellationToken);

    /// <summary>A conversation that is gone is opened anew; "create" answers with the one there is, if there is one.</summary>
    private async Task<SendOutcome> ToPersonAsync(
        Recipient.Person person, Activity activity, ConversationReference? reference, CancellationToken cancellationToken)
    {
        if (reference is not null && await SendAsync(reference, activity, cancellationToken) is var outcome and not SendOutcome.Gone { Status: 404 })
            return outcome;

        var serviceUrl = reference?.ServiceUrl ?? await references.NewestServiceUrlAsync(cancellationToken) ?? settings.ServiceUrl;
        var bot = reference?.Bot ?? new ChannelAccount { Id = $"28:{credentials.AppId}" };
        var (created, conversation) = await connector.CreateConversationAsync(serviceUrl, new ConversationParameters
        {
            Bot = bot,
            Members = [new ChannelAccount { Id = person.ObjectId }],
            TenantId = credentials.TenantId,
        }, cancellationToken);
        if (created is not SendOutcome.Sent)
            return created;
        if (conversation?.Id is not { } id)
            return new SendOutcome.Lost();

        var opened = Opened(person, id, conversation.ServiceUrl ?? serviceUrl, bot);
        await references.SaveAsync([opened], cancellationToken);
        return await SendAsync(opened, activity, cancellationToken);
    }

    private Task<SendOutcome> SendAsync(ConversationReference reference, Activity activity, CancellationToken cancellationToken) =>
        connector.SendAsync(reference.ServiceUrl, reference.Address(activity), cancellationToken);

    private ConversationReference Opened(Recipient.Person person, string id, string serviceUrl, ChannelAccount bot) =>
        new(Channels.Teams, serviceUrl, new ConversationAccount { Id = id, ConversationType = "personal", TenantId = credentials.TenantId })
        {
            Bot = bot,
            User = new ChannelAccount { AadObjectId = person.ObjectId },
        };
}
