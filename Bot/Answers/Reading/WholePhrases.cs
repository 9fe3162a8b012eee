namespace PolicyBot.Answers.Reading;

/// <summary>
/// Phrases of a lexicon without a gap, found as one tree of all their words would find them: from a word on the longest,
/// and each word as it stands before the same word without the "s" of many.
/// </summary>
internal sealed class WholePhrases
{
    private readonly PhraseIndex _index = new();

    public void Add(Phrase phrase) => _index.Add(phrase);

    /// <returns>Where the longest phrase from here ends, and the concepts of those as long; nought where there is none.</returns>
    public (int End, IReadOnlyList<int> Concepts) LongestFrom(IReadOnlyList<string> words, int start)
    {
        (int End, IReadOnlyList<int> Concepts) longest = (0, []);
        var read = Begin(words[start]) ?? (OfOne(words[start]) is { } one ? Begin(one) : null);
        for (var end = start + 1; read is not null; end++)
        {
            if (read.Exists(reading => reading.IsWhole))
                longest = (end, [.. read.Where(reading => reading.IsWhole).Select(reading => reading.Phrase.Concept).Distinct()]);
            if (end == words.Count)
                break;

            read = Go(read, words[end]) ?? (OfOne(words[end]) is { } single ? Go(read, single) : null);
        }

        return longest;
    }

    private static string? OfOne(string word) => word.Length > 4 && word[^1] == 's' ? word[..^1] : null;

    private List<Reading>? Begin(string word)
    {
        if (_index.BeginningWith(word) is not { } phrases)
            return null;

        List<Reading> read = [];
        foreach (var phrase in phrases)
            Enter(phrase, 0, word, read);

        return read;
    }

    private static List<Reading>? Go(List<Reading> begun, string word)
    {
        List<Reading> read = [];
        foreach (var reading in begun)
            if (reading.Read == reading.Choice.Length)
                Enter(reading.Phrase, reading.Place + 1, word, read);
            else if (reading.Choice[reading.Read] == word)
                read.Add(reading with { Read = reading.Read + 1 });

        return read.Count > 0 ? read : null;
    }

    private static void Enter(Phrase phrase, int place, string word, List<Reading> read)
    {
        for (var isFirst = true; place < phrase.Places.Count && (isFirst || phrase.Places[place - 1].MayBeLeftOut); place++, isFirst = false)
            foreach (var choice in phrase.Places[place].Beginning(word))
                read.Add(new Reading(phrase, place, choice, 1));
    }

    /// <param name="Read">So many words of the choice.</param>
    private readonly record struct Reading(Phrase Phrase, int Place, string[] Choice, int Read)
    {
        public bool IsWhole => Read == Choice.Length && Phrase.MayEndBefore(Place + 1);
    }
}
