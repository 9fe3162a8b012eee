namespace PolicyBot.Language.Names;

/// <summary>What each word may be: the lists beside the program, and the words that stand round names.</summary>
internal sealed class NameBook
{
    private const int LongestWord = 40;

    private const Sense Grammar = Sense.Small | Sense.Acts | Sense.Determiner | Sense.Pronoun | Sense.Being | Sense.Title | Sense.Relation | Sense.Role | Sense.Particle;

    private static readonly string[] Files = ["names.txt", "surnames.txt", "words.txt", "phrases.txt"];

    private static readonly string[] Endings = ["s", "es", "d", "ed", "ing", "r", "er", "ers", "ly", "y", "nt"];

    private readonly Dictionary<string, Sense> _senses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sense>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private NameBook() => _lookup = _senses.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>The book, and a sentence for each word in the lists that is none.</returns>
    /// <exception cref="InvalidDataException">A list is missing.</exception>
    public static (NameBook Book, IReadOnlyList<string> Mistakes) Read(string folder)
    {
        var (book, mistakes) = (new NameBook(), new List<string>());
        foreach (var (word, _) in NameFile.Words(folder, Files[2], mistakes))
            book.Add(word, Sense.Word);
        foreach (var (name, isDoubtful) in NameFile.Words(folder, Files[0], mistakes))
            book.Add(name, isDoubtful ? Sense.MaybeGiven : Sense.Given);
        foreach (var (name, isDoubtful) in NameFile.Words(folder, Files[1], mistakes))
            book.Add(name, isDoubtful ? Sense.MaybeSurname : Sense.Surname);
        foreach (var (sense, words) in Cues.All)
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                book.Add(Letters.Fold(word), sense);
        book.KeepGrammar();
        foreach (var phrase in NameFile.Phrases(folder, Files[3]))
            book.Add(phrase);

        return (book, mistakes);
    }

    public static IEnumerable<string> MissingIn(string folder) =>
        from file in Files
        where !File.Exists(Path.Combine(folder, file))
        select $"{Path.Combine(folder, file)} is missing. Names cannot be taken out without it: put back the file that came with the program.";

    public bool IsNobody(ReadOnlySpan<char> words)
    {
        foreach (var part in words.Split(' '))
            if ((SensesOf(words[part]) & Grammar) is 0)
                return false;

        return true;
    }

    public Sense SensesOf(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        return _lookup.TryGetValue(folded[..Letters.Fold(word, folded)], out var senses) ? senses : Sense.None;
    }

    /// <summary>Neither a word, nor a form of one, nor a name.</summary>
    public bool IsNoWord(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord || SensesOf(word) is not Sense.None)
            return false;

        foreach (var ending in Endings)
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && IsStem(word[..^ending.Length]))
                return false;

        return true;
    }

    public IReadOnlyList<string[]> PhrasesFrom(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        return _phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..Letters.Fold(word, folded)], out var phrases) ? phrases : [];
    }

    /// <summary>"mak(ing)" is make, "runn(ing)" is run, "tri(ed)" is try.</summary>
    private bool IsStem(ReadOnlySpan<char> stem)
    {
        if (SensesOf(stem).HasFlag(Sense.Word) || (stem[^1] == stem[^2] && SensesOf(stem[..^1]).HasFlag(Sense.Word)))
            return true;

        Span<char> whole = stackalloc char[LongestWord];
        stem.CopyTo(whole);
        var length = stem[^1] is 'i' ? stem.Length : stem.Length + 1;
        whole[length - 1] = stem[^1] is 'i' ? 'y' : 'e';
        return SensesOf(whole[..length]).HasFlag(Sense.Word);
    }

    private void Add(string word, Sense sense) => _senses[word] = _senses.GetValueOrDefault(word) | sense;

    /// <summary>A word of grammar is nobody, though "said" and "can" are names somewhere; "will" and "may" stay both.</summary>
    private void KeepGrammar()
    {
        foreach (var (word, senses) in _senses.ToList())
            if ((senses & Grammar) != 0 && !senses.HasFlag(Sense.Doing))
                _senses[word] = senses & ~(Sense.Given | Sense.MaybeGiven | Sense.Surname | Sense.MaybeSurname) | Sense.Word;
    }

    private void Add(string[] phrase)
    {
        Add(phrase[0], Sense.Phrase);
        if (_phrases.TryGetValue(phrase[0], out var others))
            others.Add(phrase);
        else
            _phrases[phrase[0]] = [phrase];
    }
}
