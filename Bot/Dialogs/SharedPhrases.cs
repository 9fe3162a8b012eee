using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>
/// phrases.yaml beside the scenarios: lists of phrases that many telltales share. "$posted" in a phrase stands for any of
/// the list "posted", alone or in its place ("$can-i $put-up it"). A list may use those written above it. A list that makes many
/// sequences of words stays the few phrases that it is written as: forty of them make 100,000.
/// </summary>
internal sealed class SharedPhrases(Func<string, string[]> read)
{
    public const string FileName = "phrases.yaml";

    /// <summary>Stands in a phrase for the beginning of the story.</summary>
    public const string Beginning = "^";

    private const char Mark = '$';

    /// <summary>A list that makes no more sequences of words than these is one place of a phrase.</summary>
    private const int MostSpelt = 200;

    private readonly Dictionary<string, IReadOnlyList<Phrase>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Phrase>> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _read = new(StringComparer.Ordinal);

    public void Add(AuthoredEntry file)
    {
        foreach (var (name, entry) in file.Entries())
        {
            IReadOnlyList<Phrase> phrases = [.. entry.Items().SelectMany(PhrasesOf)];
            _lists[name] = phrases.Sum(Sequences) > MostSpelt ? phrases : [OnePlace(phrases.SelectMany(Spelt))];
        }
    }

    /// <summary>The phrases that one written with lists makes. Where one has a gap, all hide nothing.</summary>
    public IReadOnlyList<Phrase> PhrasesOf(AuthoredEntry written)
    {
        IReadOnlyList<Phrase> made = [new Phrase(0, [])];
        foreach (var place in (written.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            made = [.. made.SelectMany(_ => AtPlace(place, written), (begun, next) => begun with { Places = [.. begun.Places, .. next.Places] })];

        return made.Any(phrase => phrase.HidesNothing) ? [.. made.Select(phrase => phrase with { IsLoose = true })] : made;
    }

    /// <summary>What may stand at a place: a word, or one of several ("boy/girl", "it/$photo").</summary>
    private IReadOnlyList<Phrase> AtPlace(string place, AuthoredEntry phrase)
    {
        var choices = place.Split('/');
        foreach (var unknown in choices.Where(choice => IsList(choice) && !_lists.ContainsKey(choice[1..])))
            phrase.Complain($"there is no list '{unknown[1..]}' in {FileName}. Lists: {string.Join(", ", _lists.Keys)}.");

        if (IsList(place) && _lists.TryGetValue(place[1..], out var list))
            return list;

        return _places.TryGetValue(place, out var known) ? known : _places[place] = Together(choices);
    }

    private IReadOnlyList<Phrase> Together(string[] choices)
    {
        var lists = choices.Where(choice => IsList(choice) && _lists.GetValueOrDefault(choice[1..], []).Count > 1).ToList();
        return [OnePlace(choices.Except(lists).SelectMany(Choices)), .. lists.SelectMany(choice => _lists[choice[1..]])];
    }

    private IEnumerable<string[]> Choices(string choice) => IsList(choice)
        ? _lists.GetValueOrDefault(choice[1..], []).SelectMany(Spelt)
        : [_read.TryGetValue(choice, out var words) ? words : _read[choice] = choice is Lexicon.Gap or Beginning ? [choice] : read(choice)];

    private static bool IsList(string choice) => choice.Length > 0 && choice[0] == Mark;

    private static Phrase OnePlace(IEnumerable<string[]> choices) => new(0, [new WordChoices(choices)]);

    private static double Sequences(Phrase phrase) => phrase.Places.Aggregate(1d, (made, place) => made * place.All.Length);

    /// <summary>Every sequence of words that the places make.</summary>
    private static IEnumerable<string[]> Spelt(Phrase phrase) => phrase.Places.Aggregate(
        (IEnumerable<string[]>)[[]], (begun, choices) => begun.SelectMany(_ => choices.All.ToArray(), (words, choice) => (string[])[.. words, .. choice]));
}
