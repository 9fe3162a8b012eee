using PolicyBot.Policies;

namespace PolicyBot.Answers.Knowledge;

/// <summary>examples.yaml: under each topic, or topic/rule, the ways in which staff ask it.</summary>
internal static class ExamplesFile
{
    public static IReadOnlyList<Example> Read(AuthoredEntry file, IReadOnlyList<Topic> topics) =>
        [.. file.Entries().SelectMany(pair => ReadTopic(pair.Key, pair.Entry, topics))];

    private static IEnumerable<Example> ReadTopic(string key, AuthoredEntry entry, IReadOnlyList<Topic> topics)
    {
        var (name, rule) = key.Split('/', 2) is [var first, var second] ? (first, second) : (key, null);
        if (topics.FirstOrDefault(topic => topic.Name == name) is not { } topic)
        {
            entry.Complain($"answers.yaml has no topic '{name}'. Topics: {string.Join(", ", topics.Select(t => t.Name))}.");
            return [];
        }

        if (rule is not null && topic.Rules.All(known => known.Name != rule))
            entry.Complain($"'{name}' has no rule '{rule}'. Rules: {string.Join(", ", topic.Rules.Select(r => r.Name))}.");

        return entry.Items().Select(item => new Example(item.Value ?? "", topic, rule, item.File, (int)item.Line));
    }
}
