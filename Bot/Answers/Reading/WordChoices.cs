using PolicyBot.Answers.Learning;

namespace PolicyBot.Answers.Reading;

/// <summary>At one place of a phrase the sequences of words that may stand there. Phrases that use the same list share it.</summary>
internal sealed class WordChoices
{
    private const int FewChoices = 4;

    private readonly string[][] _choices;
    private readonly Dictionary<string, string[][]>? _byFirstWord;

    public WordChoices(IEnumerable<string[]> choices)
    {
        _choices = [.. choices];
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

    public void Write(BinaryWriter file)
    {
        file.Write7BitEncodedInt(_choices.Length);
        foreach (var choice in _choices)
            file.WriteWords(choice);
    }

    public static WordChoices Read(BinaryReader file)
    {
        var choices = new string[file.Read7BitEncodedInt()][];
        for (var i = 0; i < choices.Length; i++)
            choices[i] = file.ReadWords();

        return new WordChoices(choices);
    }
}
