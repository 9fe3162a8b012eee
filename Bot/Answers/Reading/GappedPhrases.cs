using PolicyBot.Answers.Learning;

namespace PolicyBot.Answers.Reading;

/// <summary>Phrases of a lexicon that leave a gap of up to four words, such as "known … years". They hide nothing.</summary>
internal sealed class GappedPhrases
{
    private const int WidestGap = 4;

    private readonly Dictionary<string, List<(int Concept, string[] Phrase)>> _byFirstWord = new(StringComparer.Ordinal);

    public void Add(int concept, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> places)
    {
        IEnumerable<IReadOnlyList<string>> phrases = [[]];
        foreach (var choices in places)
            phrases = phrases.SelectMany(_ => choices, (begun, choice) => (IReadOnlyList<string>)[.. begun, .. choice]);

        foreach (var phrase in phrases)
            Add(concept, [.. phrase]);
    }

    /// <summary>Adds the concepts found to those found without a gap, in the order of their places.</summary>
    public void AddHits(IReadOnlyList<string> words, List<ConceptHit> hits)
    {
        for (var start = 0; start < words.Count; start++)
            if (_byFirstWord.TryGetValue(words[start], out var begun))
                foreach (var (concept, phrase) in begun)
                    if (Fits(phrase, 1, words, start + 1))
                        hits.Add(new ConceptHit(concept, start, start + 1));

        hits.Sort((one, other) => (one.Start, one.Concept).CompareTo((other.Start, other.Concept)));
    }

    public void Write(BinaryWriter file)
    {
        file.Write(_byFirstWord.Values.Sum(begun => begun.Count));
        foreach (var (concept, phrase) in _byFirstWord.Values.SelectMany(begun => begun))
        {
            file.Write(concept);
            file.WriteWords(phrase);
        }
    }

    public void Read(BinaryReader file)
    {
        for (var left = file.ReadInt32(); left > 0; left--)
            Add(file.ReadInt32(), file.ReadWords());
    }

    private void Add(int concept, string[] phrase)
    {
        if (!_byFirstWord.TryGetValue(phrase[0], out var begun))
            _byFirstWord[phrase[0]] = begun = [];

        begun.Add((concept, phrase));
    }

    private static bool Fits(string[] phrase, int at, IReadOnlyList<string> words, int from)
    {
        if (at == phrase.Length)
            return true;

        if (phrase[at] != Lexicon.Gap)
            return from < words.Count && words[from] == phrase[at] && Fits(phrase, at + 1, words, from + 1);

        for (var skipped = 0; skipped <= WidestGap && from + skipped < words.Count; skipped++)
            if (Fits(phrase, at + 1, words, from + skipped))
                return true;

        return false;
    }
}
