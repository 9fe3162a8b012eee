using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Commands;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Tests.Conversations;

/// <summary>Where one person sits before Teams: what stands in their conversation with the bot, and what they send there.</summary>
internal sealed class Seat(string who, Person person)
{
    private readonly HashSet<(string Message, string? Json)> _seen = [];

    /// <summary>Every card that ever stood there, in the order they came; the last of a message is the one that stands.</summary>
    private readonly List<(string Message, PlainCard Card)> _cards = [];
    private readonly Dictionary<string, Pressed> _pressed = [];

    public string Who => who;

    public Person Person => person;

    /// <returns>What has come since the last look, and what was changed.</returns>
    public List<(JsonElement Activity, bool IsChange)> Look(FakeTeams channel) =>
        [.. channel.Delivered.In(person.ConversationId).Where(message => !_seen.Contains((message.ActivityId, message.Json))).Select(Notice)];

    /// <summary>What stands in a message now, where it is a card.</summary>
    public void Put(string message, JsonElement card) => _cards.Add((message, new PlainCard(card)));

    public JsonObject Say(string text, string serviceUrl) => Activity("message", serviceUrl, new JsonObject { ["text"] = text });

    /// <returns>Null where there is no such button.</returns>
    public JsonObject? Press(TranscriptLine.Presses line, string serviceUrl)
    {
        if ((line.Which is Which.SameAgain ? _pressed.GetValueOrDefault(line.Label) : Find(line)) is not { } press)
            return null;

        _pressed[line.Label] = press;
        var sent = new JsonObject { ["value"] = JsonNode.Parse(press.Value.GetRawText()), ["replyToId"] = press.Message };
        if (press.IsInvoke)
            sent["name"] = "adaptiveCard/action";

        return Activity(press.IsInvoke ? "invoke" : "message", serviceUrl, sent);
    }

    private (JsonElement Activity, bool IsChange) Notice(Delivery message)
    {
        var (activity, isChange) = (JsonElement.Parse(message.Json!), _seen.Any(seen => seen.Message == message.ActivityId));
        _seen.Add((message.ActivityId, message.Json));
        if (Shown.CardIn(activity) is { } card)
            Put(message.ActivityId, card);

        return (activity, isChange);
    }

    private Pressed? Find(TranscriptLine.Presses line)
    {
        var cards = line.Which is Which.Oldest ? _cards : Enumerable.Reverse(_cards).DistinctBy(each => each.Message);
        var (message, card, button) = cards.SelectMany(each => each.Card.Rows.SelectMany(row => row.Buttons), (each, button) => (each.Message, each.Card, button))
            .FirstOrDefault(each => each.button.Label == line.Label);
        if (message is null)
            return null;

        var fields = card.Fields.Concat(line.Fields).GroupBy(field => field.Key).ToDictionary(field => field.Key, field => field.Last().Value);
        var executed = line.IsOldClient ? null : button.Executed(fields);
        return (executed ?? button.Submitted(fields)) is { } value ? new Pressed(message, value, executed is not null) : null;
    }

    private JsonObject Activity(string type, string serviceUrl, JsonObject more)
    {
        var activity = JsonNode.Parse(Said.Message("", serviceUrl))!.AsObject();
        activity["type"] = type;
        activity["from"] = new JsonObject { ["id"] = person.Id, ["aadObjectId"] = person.EntraId, ["name"] = person.Name };
        activity["conversation"]!["id"] = person.ConversationId;
        activity.Remove("text");
        foreach (var (name, value) in more)
            activity[name] = value?.DeepClone();

        return activity;
    }

    private sealed record Pressed(string Message, JsonElement Value, bool IsInvoke);
}
