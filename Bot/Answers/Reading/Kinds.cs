using PolicyBot.Policies;

namespace PolicyBot.Answers.Reading;

/// <summary>What kind of thing an everyday word is: food, an illness, a relative, a place.</summary>
internal sealed class Kinds(IReadOnlyDictionary<string, ushort[]> ofWord)
{
    /// <summary>kinds.yaml: under each kind its words, with a space between.</summary>
    public static Kinds From(AuthoredEntry file) => new(file.Entries()
        .SelectMany((pair, kind) => (pair.Entry.Value ?? "").Split(' ').Select(word => (Word: word, Kind: (ushort)kind)))
        .GroupBy(pair => pair.Word).ToDictionary(group => group.Key, group => group.Select(pair => pair.Kind).Distinct().ToArray()));

    public IEnumerable<string> Words => ofWord.Keys;

    public ushort[] Of(string word) => ofWord.GetValueOrDefault(word) ?? [];
}
