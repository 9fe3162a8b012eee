using System.Text.Json;

namespace PolicyBot.Manifest;

/// <summary>The texts in a manifest, each with its place: "bots[0].commandLists[0].commands[2].title".</summary>
internal static class ManifestTexts
{
    /// <summary>Those that a language file may say otherwise, and people read.</summary>
    private static readonly string[] Read = ["name.short", "name.full", "description.short", "description.full"];

    private static readonly string[] ReadInCommands = ["title", "description", "prompt"], ReadInActivities = ["description", "templateText"];

    public static IEnumerable<(string Place, string Text)> All(JsonElement value, string place = "") => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => All(property.Value, place.Length == 0 ? property.Name : $"{place}.{property.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => All(item, $"{place}[{i}]")),
        JsonValueKind.String => [(place, value.GetString()!)],
        _ => [],
    };

    public static IEnumerable<(string Place, string Text)> ForPeople(JsonElement manifest) => All(manifest).Where(text => IsForPeople(text.Place));

    private static bool IsForPeople(string place) =>
        Read.Contains(place)
        || (place.StartsWith("bots[0].commandLists", StringComparison.Ordinal) && place.Contains("].commands[", StringComparison.Ordinal)
            && ReadInCommands.Contains(Last(place)))
        || (place.StartsWith("activities.activityTypes", StringComparison.Ordinal) && ReadInActivities.Contains(Last(place)));

    private static string Last(string place) => place[(place.LastIndexOf('.') + 1)..];
}
