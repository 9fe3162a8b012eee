using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyBot.Manifest.Rules;

/// <summary>What people read: "Teams Store validation guidelines", Microsoft Teams documentation.</summary>
internal static partial class NameRules
{
    private static readonly string[] TheirNames = ["Teams", "Microsoft"];

    public static IEnumerable<string> Faults(TeamsManifest manifest, JsonElement json) =>
    [
        .. Name("name.short", manifest.Name.Short),
        .. manifest.Name.Full is { } full ? Full(full, manifest.Name.Short) : ["name.full is missing. Put in the name at length, which begins with the short one."],
        .. manifest.Description.Full != manifest.Description.Short ? Array.Empty<string>()
            : ["description.full is the same as description.short. Say at length what the bot does and what it does not know."],
        .. ManifestTexts.All(json).SelectMany(text => Text(text.Place, text.Text)),
    ];

    private static IEnumerable<string> Full(string full, string name) =>
        full.StartsWith(name, StringComparison.Ordinal) && full.Length > name.Length ? Name("name.full", full)
            : [$"name.full is '{full}'. Begin it with the short name, '{name}', and say more: people look for the app by either."];

    private static IEnumerable<string> Name(string place, string name) =>
        TheirNames.Where(theirs => Regex.IsMatch(name, $@"\b{theirs}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
            .Select(theirs => $"{place} is '{name}'. Leave out {theirs}: Microsoft keeps its names for its own apps.");

    /// <summary>The feed's own parameters are the only ones that stay.</summary>
    private static IEnumerable<string> Text(string place, string text)
    {
        if (text.Trim().Length == 0)
            yield return $"{place} is empty. Write something, or take it out.";
        else if (text != text.Trim())
            yield return $"{place} begins or ends with a space. Take it away.";
        if (!place.EndsWith(".templateText", StringComparison.Ordinal) && Field().Match(text) is { Success: true, Value: var field })
            yield return $"{place} still says {field}, which is filled by no setting. Write what is to stand there.";
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Field();
}
