using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.BotFramework;
using PolicyBot.Teams.Cards;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Turns;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Conversations;

/// <summary>The smallest bot with cards: it counts presses, passes a text to the manager, and the answer back.</summary>
internal sealed class CardBot(ConversationTurns turns, CardPrinter printer, TimeProvider clock) : IBot
{
    public async Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!turns.Begin(turn))
            return;

        var data = turn.Activity.Value is { } value ? JsonNode.Parse(value.GetRawText())!.AsObject() : null;
        data = data?["action"]?["data"]?.AsObject() ?? data;
        if (data is null && turn.Activity.Text == "how many")
            await turns.ChangeAsync(turn, CountJson.Default.Count, (count, _) => new(count ?? new Count(0)) { Replies = [Text($"{count?.Number ?? 0}")] }, cancellationToken);
        else if (data is null)
            await turns.SayAsync(turn, [printer.Message(turn.Activity.Text == "ask" ? Draft : Question(turn.Activity.Text!, 0))], cancellationToken);
        else
            await turns.ChangeAsync(turn, CountJson.Default.Count, (count, now) => Pressed(turn.Activity, (string)data["do"]!, data, new Count((count?.Number ?? 0) + 1)), cancellationToken);
    }

    private Change<Count> Pressed(Activity activity, string what, JsonObject data, Count count) => (what, activity.Type) switch
    {
        ("send", _) => Answered(activity, count, Text("Sent.")) with { Promises = [ToManager(activity, (string)data["text"]!)] },
        ("answer", _) => Answered(activity, count, Text("Passed on.")) with { Promises = [ToStaff((string)data["asker"]!, $"{data["answer"]} ({data["clause"]})")] },
        ("say", _) => new(count) { Answer = Invoke(200, "application/vnd.microsoft.activity.message", "A word.") },
        ("fail", _) => new(count) { Answer = Invoke(400, "application/vnd.microsoft.error", new JsonObject { ["code"] = "No", ["message"] = "Not this one." }) },
        _ => Answered(activity, count, printer.Message(Question("again", count.Number))),
    };

    private static Change<Count> Answered(Activity activity, Count count, Activity message) =>
        activity.Type != ActivityTypes.Invoke ? new(count) { Replies = [message] }
        : message.Attachments is [{ Content: { } card }] ? new(count) { Answer = Invoke(200, CardPrinter.ContentType, JsonObject.Create(card)!) }
        : new(count) { Answer = Invoke(200, "application/vnd.microsoft.activity.message", message.Text!) };

    private static QuestionCard Question(string title, int number) => new(title, $"Pressed {number} times?",
        [Button("Yes"), Button("Say"), Button("Fail")], Button("A child may be unsafe"))
    { More = [Button("Cancel")] };

    private static DraftCard Draft => new("Ask", "This would be sent.", "May I?", Button("Send"), Button("Send without a name"), Button("Do not send"));

    private Promise ToManager(Activity from, string text) => new(new Recipient.Person(BotHost.ManagerId), printer.Message(new ManagerQuestionCard(
        "A question", "Alex", "today", text, [new ClauseChoice("rule", "The rule")],
        new CardButton("Answer", new JsonObject { ["do"] = "answer", ["asker"] = from.From!.AadObjectId, ["nonce"] = TurnKey.NewNonce() }))), clock.GetUtcNow());

    private Promise ToStaff(string asker, string text) => new(new Recipient.Person(asker), Text(text), clock.GetUtcNow().AddHours(1));

    private static CardButton Button(string label) =>
        new(label, new JsonObject { ["do"] = label.ToLowerInvariant().Split(' ')[0], ["nonce"] = TurnKey.NewNonce() });

    private static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text };

    private static InvokeResponse Invoke(int status, string type, JsonNode value) =>
        new(200, JsonElement.Parse(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value }.ToJsonString()));
}
