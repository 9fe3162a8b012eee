using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Manifest;

/// <summary>The app for Teams, from the template and the settings of this bot.</summary>
internal static class PackageBuild
{
    /// <summary>The language of the bot's words, and the file in which they stand for whoever translates them.</summary>
    public const string LanguageTag = "en-gb", LanguageFile = $"{LanguageTag}.json";

    private const string LanguageSchema = "https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AppPackage Of(ManifestSettings settings)
    {
        var manifest = JsonNode.Parse(Shipped.Read(Shipped.Template))!;
        Fill(manifest, settings.Fields);
        return new AppPackage(new Dictionary<string, byte[]>
        {
            [AppPackage.Manifest] = Bytes(manifest),
            [LanguageFile] = Bytes(Words(manifest)),
            [Shipped.Color] = Shipped.Read(Shipped.Color),
            [Shipped.Outline] = Shipped.Read(Shipped.Outline),
        });
    }

    /// <summary>What is in braces and no setting stays: the feed's own parameters are.</summary>
    private static void Fill(JsonNode node, IReadOnlyDictionary<string, string> fields)
    {
        switch (node)
        {
            case JsonObject properties:
                foreach (var value in properties.Select(property => property.Value).OfType<JsonNode>().ToList())
                    Fill(value, fields);
                break;
            case JsonArray items:
                foreach (var value in items.OfType<JsonNode>().ToList())
                    Fill(value, fields);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.Contains('{', StringComparison.Ordinal):
                value.ReplaceWith(fields.Aggregate(text, (filled, field) => filled.Replace(field.Key, field.Value, StringComparison.Ordinal)));
                break;
        }
    }

    /// <summary>What people read, by its place: whoever translates the app begins with it.</summary>
    public static JsonObject Words(JsonNode manifest)
    {
        var words = new JsonObject { ["$schema"] = LanguageSchema };
        foreach (var (place, text) in ManifestTexts.ForPeople(JsonElement.Parse(manifest.ToJsonString())))
            words[place] = text;

        return words;
    }

    public static byte[] Bytes(JsonNode node) => [.. System.Text.Encoding.UTF8.GetBytes(node.ToJsonString(Written)), (byte)'\n'];
}
