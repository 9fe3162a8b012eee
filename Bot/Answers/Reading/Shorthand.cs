using PolicyBot.Policies;

namespace PolicyBot.Answers.Reading;

/// <summary>How people write what they could have written in full: "dont", "u", "pls", an emoji.</summary>
internal sealed class Shorthand(IReadOnlyDictionary<string, string[]> inFull)
{
    public static Shorthand From(AuthoredEntry file) => new(file.Entries().ToDictionary(
        pair => pair.Key, pair => (pair.Entry.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    public List<string> Expand(List<string> words)
    {
        if (!words.Exists(inFull.ContainsKey))
            return words;

        return [.. words.SelectMany(word => inFull.TryGetValue(word, out var full) ? full : [word])];
    }
}
