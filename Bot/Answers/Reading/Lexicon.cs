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

    private readonly List<string> _concepts = [];
    private readonly List<Phrase> _phrases = [];
    private readonly WholePhrases _whole = new();
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

    public void Add(string concept, IReadOnlyList<WordChoices> places) => Add(concept, new Phrase(0, places));

    public void Add(string concept, Phrase phrase) => Add(phrase with { Concept = Define(concept) });

    public void Write(BinaryWriter file)
    {
        file.WriteWords(_concepts);
        WordChoices[] shared = [.. _phrases.SelectMany(phrase => phrase.Places).Distinct()];
        string[] words = [.. shared.SelectMany(choices => choices.All.ToArray()).SelectMany(choice => choice).Distinct()];
        var wordNumbers = words.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);
        file.WriteWords(words);
        file.Write7BitEncodedInt(shared.Length);
        Array.ForEach(shared, choices => choices.Write(file, word => wordNumbers[word]));

        var numbers = shared.Index().ToDictionary(choices => choices.Item, choices => choices.Index);
        file.Write7BitEncodedInt(_phrases.Count);
        foreach (var (concept, places) in _phrases)
        {
            file.Write7BitEncodedInt(concept);
            file.Write7BitEncodedInt(places.Count);
            foreach (var place in places)
                file.Write7BitEncodedInt(numbers[place]);
        }
    }

    public static Lexicon Read(BinaryReader file)
    {
        var lexicon = new Lexicon();
        foreach (var concept in file.ReadWords())
            lexicon.Define(concept);

        string[][] words = [.. file.ReadWords().Select(word => (string[])[word])];
        var shared = ReadEach(file, () => WordChoices.Read(file, words));
        foreach (var phrase in ReadEach(file, () => new Phrase(file.Read7BitEncodedInt(), ReadEach(file, () => shared[file.Read7BitEncodedInt()]))))
            lexicon.Add(phrase);

        return lexicon;
    }

    public List<ConceptHit> FindIn(IReadOnlyList<string> words)
    {
        var hits = new List<ConceptHit>();
        var covered = 0;
        for (var start = 0; start < words.Count; start++)
        {
            var (end, concepts) = _whole.LongestFrom(words, start);
            if (end <= covered)
                continue;

            foreach (var concept in concepts)
                hits.Add(new ConceptHit(concept, start, end));

            covered = end;
        }

        _gapped.AddHits(words, hits);
        return hits;
    }

    private static T[] ReadEach<T>(BinaryReader file, Func<T> read)
    {
        var all = new T[file.Read7BitEncodedInt()];
        for (var i = 0; i < all.Length; i++)
            all[i] = read();

        return all;
    }

    private void Add(Phrase phrase)
    {
        _phrases.Add(phrase);
        if (phrase.HidesNothing)
            _gapped.Add(phrase);
        else
            _whole.Add(phrase);
    }
}

/// <summary>A concept found in the words from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct ConceptHit(int Concept, int Start, int End)
{
    /// <summary>Spoken of with a "not" before it.</summary>
    public bool IsDenied { get; init; }
}
