using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PolicyBot.Reviews;

/// <summary>When a review is spoken of, to whom and by what ways: section Reviews.</summary>
internal sealed record ReviewSettings
{
    private const int MostDays = 730, MostMonths = 60;

    /// <summary>Days before the day, the longest first.</summary>
    public IReadOnlyList<int> DaysBefore { get; init; } = [90, 60, 30, 7];

    /// <summary>Days after the day, or after the first prompt where that was later.</summary>
    public int HeadAfter { get; init; } = 30;

    public int ChairAfter { get; init; } = 60;

    /// <summary>Entra object ids; null where nobody is named.</summary>
    public string? Head { get; init; }

    public string? Chair { get; init; }

    /// <summary>How long until the next, unless the manager says otherwise.</summary>
    public int EveryMonths { get; init; } = 12;

    /// <summary>Ways beside the chat, of <see cref="ReviewChannel.All"/>; none without Microsoft Graph.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <returns>The settings, and a sentence for each mistake: settings with mistakes are not to be used.</returns>
    public static (ReviewSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings)
    {
        var (section, usual, mistakes) = (settings.GetSection("Reviews"), new ReviewSettings(), new List<string>());
        var read = new ReviewSettings
        {
            DaysBefore = [.. Words(section[nameof(DaysBefore)])?.Select(word => Number(nameof(DaysBefore), word, 1, MostDays, mistakes)).Distinct().OrderDescending() ?? usual.DaysBefore.AsEnumerable()],
            HeadAfter = One(section, nameof(HeadAfter), MostDays, mistakes) ?? usual.HeadAfter,
            ChairAfter = One(section, nameof(ChairAfter), MostDays, mistakes) ?? usual.ChairAfter,
            EveryMonths = One(section, nameof(EveryMonths), MostMonths, mistakes) ?? usual.EveryMonths,
            Head = Person(section, nameof(Head), mistakes),
            Chair = Person(section, nameof(Chair), mistakes),
            Channels = Ways(section[nameof(Channels)], settings.GetValue("Graph:Enabled", false), mistakes),
        };
        if (read.ChairAfter < read.HeadAfter)
            mistakes.Add($"Reviews:ChairAfter is {read.ChairAfter} and Reviews:HeadAfter is {read.HeadAfter}. The chair comes after the head: give it as many days or more.");

        return (mistakes.Count == 0 ? read : usual, mistakes);
    }

    private static IReadOnlyList<string> Ways(string? written, bool hasGraph, List<string> mistakes)
    {
        var ways = Words(written) ?? [ReviewChannel.Feed, ReviewChannel.Calendar];
        foreach (var unknown in ways.Except(ReviewChannel.All))
            mistakes.Add($"Reviews:Channels has '{unknown}'. Write any of {string.Join(", ", ReviewChannel.All)}, with blanks between; the bot's own card in the chat comes in any case.");

        return hasGraph ? [.. ways.Distinct()] : [];
    }

    private static string? Person(IConfigurationSection section, string name, List<string> mistakes)
    {
        if (section[name]?.Trim() is not { Length: > 0 } id)
            return null;

        if (!Guid.TryParse(id, out _))
            mistakes.Add($"Reviews:{name} is '{id}'. Write the person's object id from Entra, such as 11111111-2222-3333-4444-555555555555.");
        return id;
    }

    private static int? One(IConfigurationSection section, string name, int most, List<string> mistakes) =>
        section[name]?.Trim() is { Length: > 0 } word ? Number(name, word, 1, most, mistakes) : null;

    private static int Number(string name, string word, int least, int most, List<string> mistakes)
    {
        if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            mistakes.Add($"Reviews:{name} has '{word}'. Write a whole number from {least} to {most}.");

        return number;
    }

    private static string[]? Words(string? written) =>
        string.IsNullOrWhiteSpace(written) ? null : written.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
