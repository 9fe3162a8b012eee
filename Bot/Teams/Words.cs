using PolicyBot.Policies;

namespace PolicyBot.Teams;

/// <summary>What the bot says around an answer: Words.yaml, which a person edits.</summary>
internal sealed class Words
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);

    private Words(AuthoredEntry top) => Read("", top);

    public static Words Load()
    {
        var mistakes = new List<Mistake>();
        var words = new Words(AuthoredFile.Read(Path.Combine(AppContext.BaseDirectory, "Teams", "Words.yaml"), mistakes));
        return mistakes.Count == 0 ? words : throw new InvalidDataException(mistakes[0].ToString());
    }

    /// <summary>The text under a key, with each {name} in it replaced.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> filled) => Fill(_texts[key], filled);

    public IReadOnlyList<string> List(string key) => _lists[key];

    public static string Fill(string text, params ReadOnlySpan<(string Name, string Value)> filled)
    {
        foreach (var (name, value) in filled)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);

        return text;
    }

    private void Read(string prefix, AuthoredEntry entry)
    {
        foreach (var (key, child) in entry.Entries())
        {
            if (child.Value is { } text)
                _texts[prefix + key] = text;
            else if (child.Items().Select(item => item.Value).OfType<string>().ToList() is { Count: > 0 } list)
                _lists[prefix + key] = list;
            else
                Read($"{prefix}{key}/", child);
        }
    }
}
