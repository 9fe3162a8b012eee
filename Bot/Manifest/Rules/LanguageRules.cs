using System.Text.Json;
using PolicyBot.Manifest.Schema;

namespace PolicyBot.Manifest.Rules;

/// <summary>The language file says all that people read, as the manifest says it.</summary>
internal static class LanguageRules
{
    private const string SchemaKey = "$schema";

    private static readonly Lazy<JsonSchema> Schema = new(() => new JsonSchema(Shipped.Read(Shipped.LanguageSchema)));

    public static IEnumerable<string> Faults(TeamsManifest manifest, JsonElement json, AppPackage package)
    {
        if (manifest.LocalizationInfo is not { DefaultLanguageFile: { } file } localization)
            return ["localizationInfo has no defaultLanguageFile. Put it in: whoever translates the app begins with that file."];

        var tag = localization.DefaultLanguageTag;
        return
        [
            .. string.Equals(tag, PackageBuild.LanguageTag, StringComparison.OrdinalIgnoreCase) ? Array.Empty<string>()
                : [$"localizationInfo.defaultLanguageTag is {tag}. Write {PackageBuild.LanguageTag}: the bot speaks British English."],
            .. package.Files.TryGetValue(file, out var bytes) ? File(file, bytes, json) : [],
        ];
    }

    private static IEnumerable<string> File(string name, byte[] bytes, JsonElement manifest)
    {
        if (PackageCheck.Json(bytes) is not { ValueKind: JsonValueKind.Object } words)
            return [$"{name} is no JSON object. Build the zip anew: policybot manifest build."];
        if (Schema.Value.Faults(words) is { Count: > 0 } faults)
            return faults.Select(fault => $"{name}: {fault}");

        var shown = ManifestTexts.ForPeople(manifest).ToDictionary(text => text.Place, text => text.Text);
        return
        [
            .. shown.Where(text => !words.TryGetProperty(text.Key, out _))
                .Select(text => $"{name} does not say {text.Key}. Put it in, as it stands in manifest.json."),
            .. shown.Where(text => words.TryGetProperty(text.Key, out var said) && said.GetString() != text.Value)
                .Select(text => $"{name} says {text.Key} otherwise than manifest.json. Write '{text.Value}'."),
            .. words.EnumerateObject().Where(said => said.Name != SchemaKey && !shown.ContainsKey(said.Name))
                .Select(said => $"{name} says {said.Name}, which manifest.json has not. Take it out."),
        ];
    }
}
