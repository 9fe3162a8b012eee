namespace PolicyBot.Answers.Reading;

/// <summary>Phrases of a lexicon that leave a gap of up to four words, such as "known … years". They hide nothing.</summary>
internal sealed class GappedPhrases
{
    private const int WidestGap = 4;

    private readonly PhraseIndex _index = new();

    public void Add(Phrase phrase) => _index.Add(phrase);

    /// <summary>Adds the concepts found to those found without a gap, in the order of their places; one for each sequence of words that fits.</summary>
    public void AddHits(IReadOnlyList<string> words, List<ConceptHit> hits)
    {
        var before = hits.Count;
        for (var start = 0; start < words.Count; start++)
            foreach (var phrase in _index.BeginningWith(words[start]) ?? [])
                for (var left = Ways(phrase, 0, words, start, [start]); left > 0; left--)
                    hits.Add(new ConceptHit(phrase.Concept, start, start + 1));

        if (hits.Count == before)
            return;

        ConceptHit[] ordered = [.. hits.OrderBy(hit => hit.Start).ThenBy(hit => hit.Concept)];
        hits.Clear();
        hits.AddRange(ordered);
    }

    /// <param name="from">Where the words for this place may begin; a gap leaves several.</param>
    /// <returns>How many sequences of words fit from this place on.</returns>
    private static int Ways(Phrase phrase, int at, IReadOnlyList<string> words, int start, IReadOnlyList<int> from)
    {
        if (at == phrase.Places.Count)
            return 1;

        var place = phrase.Places[at];
        var ways = place.MayBeLeftOut ? Ways(phrase, at + 1, words, start, from) : 0;
        var fitting = from.Where(word => word < words.Count).SelectMany(word => place.Beginning(words[word])).Distinct();
        foreach (var choice in from[^1] > start ? fitting.Concat(place.Gapped) : fitting)
            if (Behind(choice, words, from) is { Count: > 0 } behind)
                ways += Ways(phrase, at + 1, words, start, behind);

        return ways;
    }

    /// <summary>Where what follows a choice may begin.</summary>
    private static IReadOnlyList<int> Behind(string[] choice, IReadOnlyList<string> words, IReadOnlyList<int> from)
    {
        foreach (var part in choice)
            from = part == Lexicon.Gap
                ? [.. from.SelectMany(word => Enumerable.Range(word, WidestGap + 1)).Where(word => word < words.Count).Distinct()]
                : [.. from.Where(word => word < words.Count && words[word] == part).Select(word => word + 1)];

        return from;
    }
}
