using System.Text.Json;
using PolicyBot.Manifest.Rules;
using PolicyBot.Manifest.Schema;

namespace PolicyBot.Manifest;

/// <summary>Whether Teams takes a zip, and whether it is this bot's.</summary>
internal sealed class PackageCheck(CommandEar ear)
{
    private static readonly Lazy<JsonSchema> Schema = new(() => new JsonSchema(Shipped.Read(Shipped.Schema)));

    /// <returns>A sentence for each fault, which says what to do; none where all is well.</returns>
    public IReadOnlyList<string> Faults(AppPackage package, ManifestSettings settings)
    {
        if (FileRules.WithoutManifest(package) is { } missing)
            return [missing];
        if (Json(package.Files[AppPackage.Manifest]) is not { ValueKind: JsonValueKind.Object } json)
            return ["manifest.json is no JSON object. Build the zip anew: policybot manifest build."];

        // What is not of the right shape is not looked at any closer.
        if (Schema.Value.Faults(json) is { Count: > 0 } faults)
            return [.. faults.Select(fault => $"manifest.json: {fault}")];

        var manifest = json.Deserialize(ManifestJson.Default.TeamsManifest)!;
        return
        [
            .. FileRules.Faults(manifest, package),
            .. IconRules.Faults(manifest, package),
            .. IdentityRules.Faults(manifest, settings),
            .. NameRules.Faults(manifest, json),
            .. BotRules.Faults(manifest, json),
            .. manifest.Bots.SelectMany(bot => CommandRules.Faults(bot, ear)),
            .. PermissionRules.Faults(manifest),
            .. ActivityRules.Faults(manifest.Activities),
            .. LanguageRules.Faults(manifest, json, package),
        ];
    }

    /// <returns>Null where it is no JSON, or says a property twice.</returns>
    public static JsonElement? Json(byte[] text)
    {
        try
        {
            return JsonElement.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
