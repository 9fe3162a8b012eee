namespace PolicyBot.Answers.Reading;

/// <summary>
/// The concepts of the staff room, found in a message by the words and phrases authored for them. A phrase hides
/// the shorter ones inside it: "my mum" is not a parent of the club.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<(int Node, string Word), int> _steps = [];
    private readonly List<List<int>> _conceptsAt = [[]];
    private readonly List<string> _concepts = [];
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

    public void Add(string concept, IEnumerable<string> phrase)
    {
        var node = 0;
        foreach (var word in phrase)
            node = Step(node, word);

        var number = Define(concept);
        if (node != 0 && !_conceptsAt[node].Contains(number))
            _conceptsAt[node].Add(number);
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

        return hits;
    }

    private (int End, int Node) LongestFrom(IReadOnlyList<string> words, int start)
    {
        var (node, longest) = (0, (End: 0, Node: 0));
        for (var i = start; i < words.Count && _steps.TryGetValue((node, words[i]), out node); i++)
            if (_conceptsAt[node].Count > 0)
                longest = (i + 1, node);

        return longest;
    }

    private int Step(int node, string word)
    {
        if (_steps.TryGetValue((node, word), out var next))
            return next;

        _conceptsAt.Add([]);
        return _steps[(node, word)] = _conceptsAt.Count - 1;
    }
}

/// <summary>A concept found in the words from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct ConceptHit(int Concept, int Start, int End);
