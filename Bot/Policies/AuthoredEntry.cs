using YamlDotNet.RepresentationModel;

namespace PolicyBot.Policies;

/// <summary>One entry of an authored file, which knows its line and says what is wrong with it.</summary>
internal sealed class AuthoredEntry(YamlNode node, AuthoredEntry.Origin origin)
{
    public string? Value => (node as YamlScalarNode)?.Value?.Trim();

    public string File => origin.File;

    public long Line => node.Start.Line + origin.Offset;

    public void Complain(string message) => origin.Note(node.Start.Line, message);

    /// <summary>Notes every key but the known ones, so that a misspelt key is not silently without effect.</summary>
    public AuthoredEntry Knowing(params ReadOnlySpan<string> keys)
    {
        foreach (var (key, entry) in Entries())
            if (!keys.Contains(key))
                entry.Complain($"'{key}' is not known here. Known: {string.Join(", ", keys!)}.");

        return this;
    }

    /// <summary>The entries of a mapping with their keys, in the order written.</summary>
    public IEnumerable<(string Key, AuthoredEntry Entry)> Entries() =>
        node is YamlMappingNode mapping
            ? mapping.Children.Select(pair => ((pair.Key as YamlScalarNode)?.Value ?? "", new AuthoredEntry(pair.Value, origin)))
            : [];

    public AuthoredEntry? Find(string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var child)
            ? new AuthoredEntry(child, origin)
            : null;

    /// <summary>The text under a key; empty, with the mistake noted, where there is none.</summary>
    public string Required(string key)
    {
        if (Find(key)?.Value is { Length: > 0 } text)
            return text;

        Complain($"'{key}' is missing here. Write: {key}: …");
        return "";
    }

    public string? Optional(string key) => Find(key)?.Value is { Length: > 0 } text ? text : null;

    /// <summary>The items of the list under a key; a single value counts as a list of one, no key as an empty list.</summary>
    public IEnumerable<AuthoredEntry> Items(string key) => Find(key)?.Items() ?? [];

    public IEnumerable<AuthoredEntry> Items() => node switch
    {
        YamlSequenceNode sequence => sequence.Children.Select(child => new AuthoredEntry(child, origin)),
        YamlScalarNode { Value: { Length: > 0 } } => [this],
        _ => [],
    };

    public IReadOnlyList<string> Texts(string key) =>
        [.. Items(key).Select(item => item.Value).OfType<string>().Where(text => text.Length > 0)];

    internal sealed record Origin(string File, int Offset, ICollection<Mistake> Mistakes)
    {
        public void Note(long line, string message) =>
            Mistakes.Add(new Mistake(File, (int)Math.Max(1, line + Offset), message));
    }
}
