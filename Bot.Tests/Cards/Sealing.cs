using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Teams.Cards;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Cards;

/// <summary>Cards as an installation prints them that has its key.</summary>
internal static class Sealing
{
    public static ButtonSeal Seal { get; } = new(new Key(7));

    public static ButtonSeal OfAnother { get; } = new(new Key(8));

    public static CardPrinter Printer { get; } = new(Seal);

    /// <summary>As an installation that has no database yet.</summary>
    public static CardPrinter Unsealed { get; } = new(new ButtonSeal(new Key(null)));

    /// <returns>What a button sends on a card with these fields.</returns>
    public static JsonObject Sealed(this ButtonSeal seal, JsonObject data, params string[] fields)
    {
        var action = new JsonObject { ["type"] = "Action.Submit", ["data"] = data.DeepClone() };
        seal.SealButtons(new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["body"] = new JsonArray([.. fields.Select(field => new JsonObject { ["type"] = "Input.Text", ["id"] = field })]),
            ["actions"] = new JsonArray(action),
        });
        return action["data"]!.DeepClone().AsObject();
    }

    public static async Task<bool> HoldsAsync(this ButtonSeal seal, JsonNode data) => await seal.HoldsAsync(JsonElement.Parse(data.ToJsonString()));

    private sealed class Key(byte? first) : IButtonKey
    {
        public byte[]? Current { get; } = first is { } known ? [.. Enumerable.Repeat(known, 32)] : null;

        public ValueTask<byte[]> ReadAsync() => ValueTask.FromResult(Current ?? throw new StoreAwayException("There is none."));
    }
}
