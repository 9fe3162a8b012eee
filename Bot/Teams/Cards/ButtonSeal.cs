using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Cards;

/// <summary>
/// A code in the data of each button that only this installation can make (HMAC-SHA-256, cut to 128 bits as RFC 2104 allows),
/// so that nobody can make up a press or change one. What a person types into the card's fields is beside it: the seal names them.
/// </summary>
internal sealed class ButtonSeal(IButtonKey key)
{
    private const string Field = "seal", Client = "msteams";

    private const int Length = 16;

    /// <summary>As long as there has been no database, no button is sealed: nothing it does could be kept either.</summary>
    public void SealButtons(JsonObject card)
    {
        if (key.Current is not { } secret)
            return;

        var elements = Elements(card).ToList();
        var fields = string.Join(',', elements.Where(element => TypeOf(element).StartsWith("Input.", StringComparison.Ordinal)).Select(input => (string)input["id"]!));
        foreach (var data in elements.Where(element => TypeOf(element).StartsWith("Action.", StringComparison.Ordinal)).Select(action => action["data"]).OfType<JsonObject>())
            data[Field] = $"{fields}:{Code(secret, fields, data.Deserialize(TeamsJson.Default.JsonElement))}";
    }

    /// <returns>Whether a button of this installation sends just that.</returns>
    /// <exception cref="StoreAwayException">There is no database, and it cannot be said.</exception>
    public async ValueTask<bool> HoldsAsync(JsonElement data)
    {
        var secret = await key.ReadAsync();
        return data.TryGetProperty(Field, out var seal) && seal.ValueKind is JsonValueKind.String && seal.GetString()!.Split(':') is [var fields, var code]
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(Code(secret, fields, data)));
    }

    private static string Code(byte[] secret, string fields, JsonElement data)
    {
        using var sealedText = new MemoryStream();
        sealedText.Write(Encoding.UTF8.GetBytes(fields + '\n'));
        using (var writer = new Utf8JsonWriter(sealedText))
            Write(writer, data, [Field, Client, .. fields.Split(',')]);

        return Base64Url.EncodeToString(HMACSHA256.HashData(secret, sealedText.ToArray()).AsSpan(0, Length));
    }

    /// <summary>A client may send the fields in another order, and leave out what is null.</summary>
    private static void Write(Utf8JsonWriter writer, JsonElement value, string[] without)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            value.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var field in value.EnumerateObject().Where(field => field.Value.ValueKind is not JsonValueKind.Null && !without.Contains(field.Name))
            .OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(field.Name);
            Write(writer, field.Value, []);
        }

        writer.WriteEndObject();
    }

    private static string TypeOf(JsonObject element) => element["type"] is JsonValue type && type.TryGetValue<string>(out var name) ? name : "";

    private static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(field => Elements(field.Value)).Prepend(element),
        JsonArray elements => elements.SelectMany(Elements),
        _ => [],
    };
}
