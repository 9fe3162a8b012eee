using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.BotFramework;

namespace PolicyBot.Teams.Cards;

/// <summary>The answer to an adaptiveCard/action, which is 200 whatever it says. "Universal Action Model", Adaptive Cards documentation.</summary>
internal static class CardResponse
{
    public static InvokeResponse Of(JsonElement card) => Of(200, CardPrinter.ContentType, JsonNode.Parse(card.GetRawText())!);

    /// <summary>A word instead of a card: the card pressed stays as it is.</summary>
    public static InvokeResponse Of(string text) => Of(200, "application/vnd.microsoft.activity.message", text);

    private static InvokeResponse Of(int status, string type, JsonNode value) => new(200, JsonSerializer.SerializeToElement(
        new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value }, TeamsJson.Default.JsonObject));
}
