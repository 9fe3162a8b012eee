using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>
/// phrases.yaml beside the scenarios: lists of phrases that many telltales share. "$posted" in a phrase stands for any of
/// the list "posted", alone or in its place ("$can-i $put-up it"). A list may use those written above it.
/// </summary>
internal sealed class SharedPhrases(Func<string, List<string>> read)
{
    public const string FileName = "phrases.yaml";

    /// <summary>Stands in a phrase for the beginning of the story.</summary>
    public const string Beginning = "^";

    private const char Mark = '$';

    private readonly Dictionary<string, List<List<string>>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _read = new(StringComparer.Ordinal);

    public void Add(AuthoredEntry file)
    {
        foreach (var (name, entry) in file.Entries())
            _lists[name] = [.. entry.Items().SelectMany(phrase => Spelt(Places(phrase))).DistinctBy(words => string.Join(' ', words))];
    }

    /// <summary>The places of a phrase, and at each the words that may stand there.</summary>
    public List<List<List<string>>> Places(AuthoredEntry phrase) =>
        [.. (phrase.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => place.Split('/').SelectMany(choice => Choices(choice, phrase)).ToList())];

    private List<List<string>> Choices(string choice, AuthoredEntry phrase)
    {
        if (choice is Lexicon.Gap or Beginning)
            return [[choice]];
        if (choice.Length == 0 || choice[0] != Mark)
            return [Read(choice)];
        if (_lists.TryGetValue(choice[1..], out var list))
            return list;

        phrase.Complain($"there is no list '{choice[1..]}' in {FileName}. Lists: {string.Join(", ", _lists.Keys)}.");
        return [];
    }

    private List<string> Read(string choice) => _read.TryGetValue(choice, out var words) ? words : _read[choice] = read(choice);

    /// <summary>Every phrase that the places make.</summary>
    private static IEnumerable<List<string>> Spelt(List<List<List<string>>> places) => places.Aggregate(
        (IEnumerable<List<string>>)[[]], (begun, choices) => begun.SelectMany(_ => choices, (words, choice) => (List<string>)[.. words, .. choice]));
}
