namespace PolicyBot.Answers.Reading;

/// <summary>At one place of a phrase the sequences of words that may stand there. Phrases that use the same list share it.</summary>
internal sealed class WordChoices
{
    private const int FewChoices = 4;

    private readonly string[][] _choices;
    private readonly Dictionary<string, string[][]>? _byFirstWord;

    /// <param name="choices">One that is written twice is one.</param>
    public WordChoices(IEnumerable<string[]> choices) : this(choices.DistinctBy(words => string.Join(' ', words)).ToArray())
    {
    }

    private WordChoices(string[][] choices)
    {
        _choices = choices;
        MayBeLeftOut = _choices.Any(choice => choice.Length == 0);
        Gapped = [.. _choices.Where(choice => choice.Length > 0 && choice[0] == Lexicon.Gap)];
        if (_choices.Length > FewChoices)
            _byFirstWord = _choices.Where(choice => choice.Length > 0).GroupBy(choice => choice[0], StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    public ReadOnlySpan<string[]> All => _choices;

    /// <summary>Whether one of the choices is no word at all.</summary>
    public bool MayBeLeftOut { get; }

    /// <summary>The choices that begin with a gap.</summary>
    public string[][] Gapped { get; }

    public bool HasGap => _choices.Any(choice => choice.Contains(Lexicon.Gap));

    public IEnumerable<string> FirstWords => _choices.Where(choice => choice.Length > 0).Select(choice => choice[0]).Distinct();

    public IEnumerable<string[]> Beginning(string word) => _byFirstWord is not null
        ? _byFirstWord.GetValueOrDefault(word, [])
        : _choices.Where(choice => choice.Length > 0 && choice[0] == word);

    public void Write(BinaryWriter file, Func<string, int> numberOf)
    {
        file.Write7BitEncodedInt(_choices.Length);
        foreach (var choice in _choices)
        {
            file.Write7BitEncodedInt(choice.Length);
            foreach (var word in choice)
                file.Write7BitEncodedInt(numberOf(word));
        }
    }

    /// <param name="words">By its number each word, as the sequence of words that it is alone.</param>
    public static WordChoices Read(BinaryReader file, string[][] words)
    {
        var choices = new string[file.Read7BitEncodedInt()][];
        for (var i = 0; i < choices.Length; i++)
            choices[i] = ReadChoice(file, words);

        return new WordChoices(choices);
    }

    private static string[] ReadChoice(BinaryReader file, string[][] words)
    {
        var length = file.Read7BitEncodedInt();
        if (length == 1)
            return words[file.Read7BitEncodedInt()];

        var choice = new string[length];
        for (var i = 0; i < length; i++)
            choice[i] = words[file.Read7BitEncodedInt()][0];

        return choice;
    }
}
