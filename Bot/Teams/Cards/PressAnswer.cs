using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.BotFramework;

namespace PolicyBot.Teams.Cards;

/// <summary>
/// What a pressed button (invoke "adaptiveCard/action") is answered with. "Universal Action Model", Adaptive Cards
/// documentation: always 200, and the status that counts is inside.
/// </summary>
internal static class PressAnswer
{
    private const string Message = "application/vnd.microsoft.activity.message";

    /// <summary>Another card in the place of the one that was pressed.</summary>
    public static InvokeResponse Card(JsonElement card) => Of(CardPrinter.ContentType, JsonObject.Create(card)!);

    /// <summary>A sentence, and the card stays as it is.</summary>
    public static InvokeResponse Say(string text) => Of(Message, text);

    private static InvokeResponse Of(string type, JsonNode value) => new(200, new JsonObject
    {
        ["statusCode"] = 200,
        ["type"] = type,
        ["value"] = value,
    }.Deserialize(TeamsJson.Default.JsonElement));
}
