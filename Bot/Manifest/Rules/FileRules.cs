namespace PolicyBot.Manifest.Rules;

/// <summary>The zip holds what the manifest names, at its root, and nothing else.</summary>
internal static class FileRules
{
    public static IEnumerable<string> Faults(TeamsManifest manifest, AppPackage package)
    {
        var named = Named(manifest).ToList();
        foreach (var (place, file) in named.Where(each => !package.Files.ContainsKey(each.File)))
            yield return $"{place} names {file}, and the zip has no such file. Put it in beside manifest.json.";
        foreach (var file in package.Files.Keys.Where(file => file != AppPackage.Manifest && named.All(each => each.File != file)))
            yield return $"The zip has {file}, which manifest.json does not name. Take it out.";
        foreach (var twice in named.GroupBy(each => each.File).Where(same => same.Count() > 1))
            yield return $"{twice.Key} is named by {string.Join(" and ", twice.Select(each => each.Place))}. Give each a file of its own.";
    }

    /// <returns>What is wrong where there is no manifest to read at all; null where there is one.</returns>
    public static string? WithoutManifest(AppPackage package) =>
        package.Files.ContainsKey(AppPackage.Manifest) ? null
        : package.Files.Keys.FirstOrDefault(name => name.EndsWith($"/{AppPackage.Manifest}", StringComparison.OrdinalIgnoreCase)) is { } deeper
            ? $"manifest.json lies in a folder ({deeper}). Zip the files themselves, and not the folder."
            : "The zip has no manifest.json. Put it in at the root, with exactly this name.";

    private static IEnumerable<(string Place, string File)> Named(TeamsManifest manifest) =>
    [
        ("icons.color", manifest.Icons.Color),
        ("icons.outline", manifest.Icons.Outline),
        .. manifest.LocalizationInfo?.DefaultLanguageFile is { } file ? [("localizationInfo.defaultLanguageFile", file)] : Array.Empty<(string, string)>(),
        .. manifest.LocalizationInfo?.AdditionalLanguages.Select((language, i) => ($"localizationInfo.additionalLanguages[{i}].file", language.File)) ?? [],
    ];
}
