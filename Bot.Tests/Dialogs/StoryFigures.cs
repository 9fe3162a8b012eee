using System.Globalization;
using System.Text.Json;

namespace PolicyBot.Tests.Dialogs;

/// <summary>A line of a file of stories: what was told, where it should lead, and what it tells.</summary>
/// <param name="Also">Scenarios that would be as right.</param>
/// <param name="IsRoute">The safeguarding route would be as right.</param>
internal sealed record ToldStory(
    string Id, string Text, string Scenario, IReadOnlyDictionary<string, string> Facts, IReadOnlyList<string> Also, bool IsRoute)
{
    public static ToldStory Parse(string line)
    {
        var json = JsonElement.Parse(line);
        return new ToldStory(json.GetProperty("id").GetString()!, json.GetProperty("story").GetString()!, json.GetProperty("scenario").GetString()!,
            json.GetProperty("facts").EnumerateObject().ToDictionary(fact => fact.Name, fact => fact.Value.GetString()!),
            json.TryGetProperty("also", out var also) ? [.. also.EnumerateArray().Select(each => each.GetString()!)] : [],
            json.TryGetProperty("route", out var route) && route.GetBoolean());
    }
}

/// <summary>Where a story led. No scenario where it led into none.</summary>
internal sealed record LedTo(string? Scenario, IReadOnlyDictionary<string, string> Facts, bool IsRoute, string Kind);

/// <summary>How many stories led where they should, and how their facts were heard.</summary>
internal sealed class StoryFigures(IReadOnlyList<(ToldStory Told, LedTo Led)> stories)
{
    public double RightScenario => Share(stories.Count(IsRight), stories.Count);

    /// <summary>Of the facts told, in stories that led into the right scenario, those heard.</summary>
    public double FactsHeard => Share(Right.Sum(story => story.Told.Facts.Count(fact => Heard(story.Led, fact))), Right.Sum(story => story.Told.Facts.Count));

    /// <summary>Of the facts heard there, those that were told.</summary>
    public double FactsRight => Share(Right.Sum(story => story.Led.Facts.Count(fact => Heard(story.Told.Facts, fact))), Right.Sum(story => story.Led.Facts.Count));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"""
        {stories.Count} stories: right scenario {RightScenario:F3}, facts heard {FactsHeard:F3}, facts right {FactsRight:F3}
        {string.Join('\n', stories.Where(story => !IsRight(story) || !SameFacts(story)).Select(Missed))}
        """);

    private IEnumerable<(ToldStory Told, LedTo Led)> Right => stories.Where(story => story.Led.Scenario == story.Told.Scenario);

    private static bool IsRight((ToldStory Told, LedTo Led) story) =>
        story.Led.Scenario is { } led && (led == story.Told.Scenario || story.Told.Also.Contains(led)) || (story.Told.IsRoute && story.Led.IsRoute);

    private static bool SameFacts((ToldStory Told, LedTo Led) story) =>
        story.Led.Scenario != story.Told.Scenario || (story.Told.Facts.Count == story.Led.Facts.Count && story.Told.Facts.All(fact => Heard(story.Led, fact)));

    private static bool Heard(LedTo led, KeyValuePair<string, string> fact) => Heard(led.Facts, fact);

    private static bool Heard(IReadOnlyDictionary<string, string> facts, KeyValuePair<string, string> fact) =>
        facts.TryGetValue(fact.Key, out var value) && value == fact.Value;

    private static string Missed((ToldStory Told, LedTo Led) story) =>
        $"  {story.Told.Id}: {story.Told.Scenario} {Shown(story.Told.Facts)}, led to {(story.Led.IsRoute ? "route " : "")}{story.Led.Scenario ?? "nothing"} {Shown(story.Led.Facts)} by {story.Led.Kind}";

    private static string Shown(IReadOnlyDictionary<string, string> facts) => $"({string.Join(", ", facts.Select(fact => $"{fact.Key}: {fact.Value}"))})";

    private static double Share(int part, int whole) => whole == 0 ? 1 : part / (double)whole;
}
