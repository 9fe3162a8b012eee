using System.Text.Json;
using PolicyBot.BotFramework;
using PolicyBot.Storage.Rows;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>Promises as rows, and rows as messages.</summary>
internal static class OutboxRows
{
    public const int Replies = 0, Campaigns = 1;

    public static OutboxRow From(Promise promise, DateTimeOffset now) => new()
    {
        Key = promise.Key,
        Campaign = promise.Campaign,
        Lane = promise.Campaign is null ? Replies : Campaigns,
        Thread = promise.To.Thread,
        Person = (promise.To as Recipient.Person)?.ObjectId,
        ServiceUrl = (promise.To as Recipient.Conversation)?.ServiceUrl,
        Activity = JsonSerializer.Serialize(promise.Message, WireJson.Plain.Activity),
        PromisedAt = now,
        NotBefore = promise.NotBefore,
    };

    public static OutboxMessage Message(OutboxRow row) => new(row.Id, To(row), row.Activity, row.Attempts, row.PromisedAt);

    private static Recipient To(OutboxRow row) => row.Person is { } person
        ? new Recipient.Person(person)
        : new Recipient.Conversation(new ConversationKey(row.Thread), row.ServiceUrl);
}
