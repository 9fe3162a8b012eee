namespace PolicyBot.Answers.Reading;

/// <summary>
/// The concepts of the staff room, found in a message by the words and phrases authored for them. A phrase hides
/// the shorter ones inside it: "my mum" is not a parent of the club. A phrase may leave a gap of a few words, "known …
/// years", and such a one hides nothing.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Stands in a phrase for up to <see cref="WidestGap"/> words, whatever they are.</summary>
    public const string Gap = "…";

    private const int WidestGap = 4;

    private readonly Dictionary<(int Node, string Word), int> _steps = [];
    private readonly List<List<int>> _conceptsAt = [[]];
    private readonly List<string> _concepts = [];
    private readonly Dictionary<string, List<(int Concept, string[] Phrase)>> _gaps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Concepts => _concepts;

    public int Number(string concept) => _numbers.GetValueOrDefault(concept, -1);

    public int Define(string concept)
    {
        if (!_numbers.TryGetValue(concept, out var number))
        {
            _numbers[concept] = number = _concepts.Count;
            _concepts.Add(concept);
        }

        return number;
    }

    public void Add(string concept, IReadOnlyList<string> phrase)
    {
        if (phrase.Contains(Gap))
        {
            AddWithGap(Define(concept), [.. phrase]);
            return;
        }

        var node = 0;
        foreach (var word in phrase)
            node = Step(node, word);

        var number = Define(concept);
        if (node != 0 && !_conceptsAt[node].Contains(number))
            _conceptsAt[node].Add(number);
    }

    private void AddWithGap(int concept, string[] phrase)
    {
        if (!_gaps.TryGetValue(phrase[0], out var begun))
            _gaps[phrase[0]] = begun = [];

        begun.Add((concept, phrase));
    }

    public List<ConceptHit> FindIn(IReadOnlyList<string> words)
    {
        var hits = new List<ConceptHit>();
        var covered = 0;
        for (var start = 0; start < words.Count; start++)
        {
            var (end, node) = LongestFrom(words, start);
            if (end <= covered)
                continue;

            foreach (var concept in _conceptsAt[node])
                hits.Add(new ConceptHit(concept, start, end));

            covered = end;
        }

        if (_gaps.Count > 0)
            AddGapped(words, hits);

        return hits;
    }

    private void AddGapped(IReadOnlyList<string> words, List<ConceptHit> hits)
    {
        for (var start = 0; start < words.Count; start++)
            if (_gaps.TryGetValue(words[start], out var begun))
                foreach (var (concept, phrase) in begun)
                    if (Fits(phrase, 1, words, start + 1))
                        hits.Add(new ConceptHit(concept, start, start + 1));

        hits.Sort((one, other) => one.Start.CompareTo(other.Start));
    }

    private static bool Fits(string[] phrase, int at, IReadOnlyList<string> words, int from)
    {
        if (at == phrase.Length)
            return true;

        if (phrase[at] != Gap)
            return from < words.Count && words[from] == phrase[at] && Fits(phrase, at + 1, words, from + 1);

        for (var skipped = 0; skipped <= WidestGap && from + skipped < words.Count; skipped++)
            if (Fits(phrase, at + 1, words, from + skipped))
                return true;

        return false;
    }

    private (int End, int Node) LongestFrom(IReadOnlyList<string> words, int start)
    {
        var (node, longest) = (0, (End: 0, Node: 0));
        for (var i = start; i < words.Count && TryStep(node, words[i], out node); i++)
            if (_conceptsAt[node].Count > 0)
                longest = (i + 1, node);

        return longest;
    }

    /// <summary>A word, or the same without the "s" of many.</summary>
    private bool TryStep(int node, string word, out int next) =>
        _steps.TryGetValue((node, word), out next)
        || (word.Length > 4 && word[^1] == 's' && _steps.TryGetValue((node, word[..^1]), out next));

    private int Step(int node, string word)
    {
        if (_steps.TryGetValue((node, word), out var next))
            return next;

        _conceptsAt.Add([]);
        return _steps[(node, word)] = _conceptsAt.Count - 1;
    }
}

/// <summary>A concept found in the words from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct ConceptHit(int Concept, int Start, int End)
{
    /// <summary>Spoken of with a "not" before it.</summary>
    public bool IsDenied { get; init; }
}
