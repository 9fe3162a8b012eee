using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>
/// phrases.yaml beside the scenarios: lists of phrases that many telltales share. "$posted" in a phrase stands for any of
/// the list "posted", alone or in its place ("$can-i $put-up it"). A list may use those written above it.
/// </summary>
internal sealed class SharedPhrases(Func<string, string[]> read)
{
    public const string FileName = "phrases.yaml";

    /// <summary>Stands in a phrase for the beginning of the story.</summary>
    public const string Beginning = "^";

    private const char Mark = '$';

    private readonly Dictionary<string, WordChoices> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordChoices> _places = new(StringComparer.Ordinal);

    public void Add(AuthoredEntry file)
    {
        foreach (var (name, entry) in file.Entries())
            _lists[name] = new WordChoices(entry.Items().SelectMany(phrase => Spelt(Places(phrase))).DistinctBy(words => string.Join(' ', words)));
    }

    /// <summary>The places of a phrase, and at each the words that may stand there.</summary>
    public IReadOnlyList<WordChoices> Places(AuthoredEntry phrase) =>
        [.. (phrase.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => PlaceOf(place, phrase))];

    private WordChoices PlaceOf(string place, AuthoredEntry phrase)
    {
        var choices = place.Split('/');
        foreach (var unknown in choices.Where(choice => IsList(choice) && !_lists.ContainsKey(choice[1..])))
            phrase.Complain($"there is no list '{unknown[1..]}' in {FileName}. Lists: {string.Join(", ", _lists.Keys)}.");

        if (IsList(place) && _lists.TryGetValue(place[1..], out var list))
            return list;

        return _places.TryGetValue(place, out var known) ? known : _places[place] = new WordChoices(choices.SelectMany(Choices));
    }

    private string[][] Choices(string choice) => IsList(choice)
        ? _lists.TryGetValue(choice[1..], out var list) ? list.All.ToArray() : []
        : [choice is Lexicon.Gap or Beginning ? [choice] : read(choice)];

    private static bool IsList(string choice) => choice.Length > 0 && choice[0] == Mark;

    /// <summary>Every phrase that the places make.</summary>
    private static IEnumerable<string[]> Spelt(IEnumerable<WordChoices> places) => places.Aggregate(
        (IEnumerable<string[]>)[[]], (begun, choices) => begun.SelectMany(_ => choices.All.ToArray(), (words, choice) => (string[])[.. words, .. choice]));
}
