using PolicyBot.Answers.Learning;

namespace PolicyBot.Answers.Reading;

/// <summary>
/// The concepts of the staff room, found in a message by the words and phrases authored for them. A phrase hides
/// the shorter ones inside it: "my mum" is not a parent of the club. A phrase may leave a gap of a few words, "known …
/// years", and such a one hides nothing.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Stands in a phrase for a few words, whatever they are.</summary>
    public const string Gap = "…";

    private readonly Dictionary<(int Node, string Word), int> _steps = [];
    private readonly List<List<int>> _conceptsAt = [[]];
    private readonly List<string> _concepts = [];
    private readonly GappedPhrases _gapped = new();
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

    /// <param name="places">At each place of the phrase the words, or sequences of them, that may stand there.</param>
    public void Add(string concept, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> places)
    {
        var number = Define(concept);
        if (places.Any(choices => choices.Any(choice => choice.Contains(Gap))))
        {
            _gapped.Add(number, places);
            return;
        }

        HashSet<int> ends = [0];
        foreach (var choices in places)
            ends = [.. ends.SelectMany(end => choices.Select(choice => choice.Aggregate(end, Step)))];

        foreach (var end in ends.Where(end => end != 0 && !_conceptsAt[end].Contains(number)))
            _conceptsAt[end].Add(number);
    }

    public void Write(BinaryWriter file)
    {
        file.WriteWords(_concepts);
        file.Write(_steps.Count);
        foreach (var ((node, word), next) in _steps)
        {
            file.Write7BitEncodedInt(node);
            file.Write(word);
            file.Write7BitEncodedInt(next);
        }

        foreach (var concepts in _conceptsAt)
        {
            file.Write7BitEncodedInt(concepts.Count);
            concepts.ForEach(file.Write7BitEncodedInt);
        }

        _gapped.Write(file);
    }

    public static Lexicon Read(BinaryReader file)
    {
        var lexicon = new Lexicon();
        foreach (var concept in file.ReadWords())
            lexicon.Define(concept);

        for (var left = file.ReadInt32(); left > 0; left--)
        {
            lexicon._steps[(file.Read7BitEncodedInt(), file.ReadString())] = file.Read7BitEncodedInt();
            lexicon._conceptsAt.Add([]);
        }

        foreach (var concepts in lexicon._conceptsAt)
            for (var left = file.Read7BitEncodedInt(); left > 0; left--)
                concepts.Add(file.Read7BitEncodedInt());

        lexicon._gapped.Read(file);
        return lexicon;
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

        _gapped.AddHits(words, hits);
        return hits;
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
