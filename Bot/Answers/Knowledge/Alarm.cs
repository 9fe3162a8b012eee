using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers.Knowledge;

/// <summary>Concepts that together mean a child may be at risk, and what kind of concern that is.</summary>
internal sealed record Alarm(Condition Condition, Concern Concern)
{
    /// <summary>alarms.yaml: under each concern, the combinations that raise it.</summary>
    public static IReadOnlyList<Alarm> Read(AuthoredEntry file, Lexicon lexicon) =>
        [.. file.Entries().SelectMany(pair => pair.Entry.Items()
            .Select(item => new Alarm(Condition.From(item.Knowing("when", "unless"), lexicon), ConcernOf(pair.Key, pair.Entry))))];

    /// <summary>The concern a key names: "danger-now", "contact-from-child".</summary>
    public static Concern ConcernOf(string key, AuthoredEntry entry)
    {
        if (Enum.TryParse<Concern>(key.Replace("-", "", StringComparison.Ordinal), true, out var concern))
            return concern;

        entry.Complain($"'{key}' is no concern. Choose one of: {string.Join(", ", Enum.GetNames<Concern>())}.");
        return Concern.Worry;
    }
}
