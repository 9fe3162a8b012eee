using PolicyBot.BotFramework;
using PolicyBot.Turns;

namespace PolicyBot.Graph.Runners;

/// <summary>Reads an installation back, and notes the chat that came with it as the place to write to the person.</summary>
internal sealed class Installations(GraphDoor door, IReferenceStore references, OutboxSettings outbox)
{
    /// <returns>The installation's id; null where there is none.</returns>
    public async Task<string?> NoteAsync(string person, CancellationToken cancellationToken)
    {
        var (installation, chat) = await CallRefusedException.NamingAsync(GraphCall.Installed, () => ReadAsync(person, cancellationToken));
        if (chat is not null)
            await KeepAsync(new Recipient.Person(person), chat, cancellationToken);

        return installation;
    }

    private async Task<(string? Installation, string? Chat)> ReadAsync(string person, CancellationToken cancellationToken)
    {
        var apps = door.Client.Users[person].Teamwork.InstalledApps;
        var found = await apps.GetAsync(request =>
        {
            request.QueryParameters.Expand = ["teamsApp"];
            request.QueryParameters.Filter = $"teamsApp/externalId eq '{door.Settings.TeamsAppId}'";
        }, cancellationToken);
        return found?.Value is [{ Id: { } id }, ..] ? (id, (await apps[id].Chat.GetAsync(cancellationToken: cancellationToken))?.Id) : (null, null);
    }

    /// <summary>Somebody who has written to the bot has said more than Graph knows.</summary>
    private async Task KeepAsync(Recipient.Person person, string chat, CancellationToken cancellationToken)
    {
        if ((await references.FindAsync([person], cancellationToken)).ContainsKey(person.Thread))
            return;

        var where = await references.NewestServiceUrlAsync(cancellationToken) ?? outbox.ServiceUrl;
        await references.SaveAsync([Reference(person.ObjectId, chat, where)], cancellationToken);
    }

    private ConversationReference Reference(string person, string chat, string serviceUrl) =>
        new(Channels.Teams, serviceUrl, new ConversationAccount { Id = chat, ConversationType = "personal", TenantId = door.Credentials.TenantId })
        {
            Bot = new ChannelAccount { Id = $"28:{door.Credentials.AppId}" },
            User = new ChannelAccount { AadObjectId = person },
        };
}
