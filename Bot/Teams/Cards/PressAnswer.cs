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
    public const string Message = "application/vnd.microsoft.activity.message", Error = "application/vnd.microsoft.error";

    /// <summary>Another card in the place of the one that was pressed.</summary>
    public static InvokeResponse Card(JsonElement card) => Of(200, CardPrinter.ContentType, JsonObject.Create(card)!);

    /// <summary>A sentence, and the card stays as it is.</summary>
    public static InvokeResponse Say(string text) => Of(200, Message, text);

    /// <summary>A sentence that says why nothing was done.</summary>
    public static InvokeResponse Refuse(string code, string message) =>
        Of(400, Error, new JsonObject { ["code"] = code, ["message"] = message });

    private static InvokeResponse Of(int status, string type, JsonNode value) => new(200, new JsonObject
    {
        ["statusCode"] = status,
        ["type"] = type,
        ["value"] = value,
    }.Deserialize(TeamsJson.Default.JsonElement));
}
