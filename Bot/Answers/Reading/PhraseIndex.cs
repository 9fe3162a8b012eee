namespace PolicyBot.Answers.Reading;

/// <summary>Phrases by each word that they may begin with.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, List<Phrase>> _byFirstWord = new(StringComparer.Ordinal);

    public void Add(Phrase phrase)
    {
        foreach (var word in phrase.FirstWords)
            if (_byFirstWord.TryGetValue(word, out var phrases))
                phrases.Add(phrase);
            else
                _byFirstWord[word] = [phrase];
    }

    /// <returns>Null where there is none.</returns>
    public IReadOnlyList<Phrase>? BeginningWith(string word) => _byFirstWord.GetValueOrDefault(word);
}
