using PolicyBot.Policies;

namespace PolicyBot.Answers.Reading;

/// <summary>How people write what they could have written in full: "dont", "u", "pls", an emoji.</summary>
internal sealed class Shorthand(IReadOnlyDictionary<string, string[]> inFull)
{
    /// <summary>What every given name, and its possessive, is read as.</summary>
    private static readonly string[] SomebodyByName = ["<name>"];

    public static Shorthand From(AuthoredEntry language, AuthoredEntry names)
    {
        var inFull = names.Items("names").SelectMany(name => new[] { name.Value ?? "", name.Value + "s" }).Distinct()
            .ToDictionary(name => name, _ => SomebodyByName);
        foreach (var (word, full) in language.Entries())
            inFull[word] = (full.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return new Shorthand(inFull);
    }

    public IEnumerable<string> Words => inFull.Keys;

    public List<string> Expand(List<string> words)
    {
        if (!words.Exists(inFull.ContainsKey))
            return words;

        return [.. words.SelectMany(word => inFull.TryGetValue(word, out var full) ? full : [word])];
    }
}
