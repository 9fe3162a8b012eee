namespace PolicyBot.Tests.Channel;

/// <summary>Its calls. Bot Connector REST reference; refusals are in <see cref="ConnectorAnswer"/>.</summary>
internal sealed class Connector(Roster roster, Traffic traffic, Deliveries deliveries)
{
    /// <summary>"Message size limit", Microsoft Teams documentation: 100 KB, counted as UTF-16.</summary>
    private const int LongestBody = 100 * 1024 / sizeof(char);

    /// <param name="busyStatus">What the channel fails with this time, where it does.</param>
    public ConnectorAnswer Answer(ConnectorRequest request, TeamsLimits limits, int? busyStatus)
    {
        using var body = JsonBody.Parse(request.Body);
        var conversation = Find(request, body);
        var wait = traffic.Take(limits, request.Limit, conversation?.Times(request.Limit));
        if (wait > TimeSpan.Zero)
            return ConnectorAnswer.Throttled(limits.SaysRetryAfter ? wait : null);
        if (busyStatus is { } status)
            return ConnectorAnswer.Busy(status);
        if (request.Body.Length > LongestBody)
            return ConnectorAnswer.TooBig;
        if (request.Limit is Limited.Create)
            return Create(body, conversation);

        return conversation is null ? ConnectorAnswer.ConversationNotFound : Answer(request, body, conversation);
    }

    private Conversation? Find(ConnectorRequest request, JsonBody body) => (request.Conversation, body.MemberId) switch
    {
        ({ } id, _) => roster.Find(id),
        (_, { } member) => roster.FindPersonal(member),
        _ => null,
    };

    /// <summary>Gives the one conversation there is with the person; groups cannot be made by a bot.</summary>
    private static ConnectorAnswer Create(JsonBody body, Conversation? personal) => (body, personal) switch
    {
        ({ IsObject: false } or { IsGroup: true } or { MemberId: null }, _) => ConnectorAnswer.BadSyntax,
        (_, null or { Reach: Reach.Uninstalled }) => ConnectorAnswer.NotInstalled,
        _ => ConnectorAnswer.Resource(201, personal.Id),
    };

    private ConnectorAnswer Answer(ConnectorRequest request, JsonBody body, Conversation conversation)
    {
        if (ConnectorAnswer.Unreachable(conversation.Reach) is { } unreachable)
            return unreachable;

        return (request.Method, request.Collection) switch
        {
            ("POST", "activities") => Post(request, body, conversation),
            ("PUT", "activities") => Put(request, body, conversation),
            ("DELETE", "activities") => Delete(request, conversation),
            ("GET", "members") => MemberPages.Members(conversation, request.Item),
            ("GET", "pagedmembers") => MemberPages.Page(conversation, request.Query),
            _ => new ConnectorAnswer(405, ""),
        };
    }

    /// <summary>A sign such as typing is taken, leaves nothing behind and gets no id.</summary>
    private ConnectorAnswer Post(ConnectorRequest request, JsonBody body, Conversation conversation)
    {
        if (body.Type is not { } type)
            return ConnectorAnswer.BadSyntax;

        return type is "message"
            ? ConnectorAnswer.Resource(201, deliveries.Add(conversation, body.Text, request.Item, request.Body).ActivityId)
            : new ConnectorAnswer(202, "{}");
    }

    private ConnectorAnswer Put(ConnectorRequest request, JsonBody body, Conversation conversation)
    {
        if (body.Type is null)
            return ConnectorAnswer.BadSyntax;

        return deliveries.Change(conversation, request.Item, body.Text, request.Body)
            ? ConnectorAnswer.Resource(200, request.Item!)
            : ConnectorAnswer.ActivityNotFound;
    }

    private static ConnectorAnswer Delete(ConnectorRequest request, Conversation conversation) =>
        conversation.Remove(request.Item) ? new ConnectorAnswer(200, "") : ConnectorAnswer.ActivityNotFound;
}
