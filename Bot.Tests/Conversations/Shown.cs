using System.Text.Json;
using PolicyBot.Commands;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Tests.Conversations;

/// <summary>What the bot sent, as a governor can read it: the text or the card, and the buttons as "[Label]".</summary>
internal static class Shown
{
    public static JsonElement? CardIn(JsonElement activity) =>
        activity.TryGetProperty("attachments", out var attachments)
        && attachments.EnumerateArray().FirstOrDefault(each => each.GetProperty("contentType").ValueEquals(CardPrinter.ContentType)) is { ValueKind: JsonValueKind.Object } card
            ? card.GetProperty("content")
            : null;

    /// <param name="bot">"bot", or "bot to manager" for what was not asked for there.</param>
    public static string Message(string bot, JsonElement activity, bool isChange)
    {
        var text = activity.TryGetProperty("text", out var written) ? $"{(isChange ? $"{bot} changes" : bot)}> {written.GetString()}\n{Buttons(activity)}" : "";
        return CardIn(activity) is { } card ? $"{text}{Card(isChange ? $"{bot} updates card" : $"{bot} card", card)}" : text;
    }

    public static string Card(string bot, JsonElement card) =>
        $"{bot}> {string.Join('\n', new PlainCard(card).Rows.Select((row, i) => (row.IsApart && i > 0 ? "\n" : "") + Row(row)))}\n";

    /// <summary>What an invoke was answered with: a card in the place of the one pressed, a word, or a refusal.</summary>
    public static string Answer(JsonElement answer) => (answer.GetProperty("statusCode").GetInt32(), answer.GetProperty("type").GetString(), answer.GetProperty("value")) switch
    {
        (200, CardPrinter.ContentType, var card) => Card("bot updates card", card),
        (200, "application/vnd.microsoft.activity.message", var word) => $"bot says at card> {word.GetString()}\n",
        (var status, _, var error) => $"bot refuses at card> {status} {error.GetProperty("message").GetString()}\n",
    };

    private static string Row(CardRow row) =>
        string.Join(' ', row.Buttons.Select(button => $"[{button.Label}]").Prepend(row.Text).Where(part => part.Length > 0));

    private static string Buttons(JsonElement activity) => activity.TryGetProperty("suggestedActions", out var suggested)
        ? $"{string.Join(' ', suggested.GetProperty("actions").EnumerateArray().Select(action => $"[{action.GetProperty("title").GetString()}]"))}\n"
        : "";
}
