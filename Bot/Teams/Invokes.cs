using System.Text.Json;
using PolicyBot.BotFramework;

namespace PolicyBot.Teams;

/// <summary>What Teams asks outside the conversation and waits for.</summary>
internal static class Invokes
{
    /// <summary>The name of an invoke by which a card's Action.Execute was pressed.</summary>
    public const string CardAction = "adaptiveCard/action";

    private static readonly JsonElement NoCard = JsonElement.Parse(
        """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"NotSupported","message":"This button is from an older version. Please ask again."}}""");

    public static InvokeResponse Answer(Activity invoke) => invoke.Name switch
    {
        "message/submitAction" when IsFeedback(invoke.Value) => InvokeResponse.Ok,
        CardAction => new InvokeResponse(200, NoCard),
        _ => InvokeResponse.NotImplemented,
    };

    /// <summary>Documented as value.actionName; the Teams SDK has it one level deeper. Both are met.</summary>
    private static bool IsFeedback(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } data
        && (Named(data) || data.TryGetProperty("data", out var inner) && inner.ValueKind is JsonValueKind.Object && Named(inner));

    private static bool Named(JsonElement data) =>
        data.TryGetProperty("actionName", out var name) && name.ValueKind is JsonValueKind.String && name.ValueEquals("feedback");
}
