namespace PolicyBot.Answers.Reading;

/// <summary>
/// Mends an unknown word by one slip (a letter missing, doubled, wrong, or two swapped) towards a word the bot was
/// taught. Both must begin alike, because a slip on the first letter is rare and "dad" is not "bad".
/// </summary>
internal sealed class Spelling
{
    private const int ShortestMended = 5;

    private readonly Dictionary<string, string> _byDeletion = new(StringComparer.Ordinal);
    private readonly Vocabulary _vocabulary;

    public Spelling(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        foreach (var word in vocabulary.Words.Where(word => word.Length >= ShortestMended - 1 && char.IsAsciiLetter(word[0])))
            foreach (var shorter in Deletions(word))
                Keep(shorter, word);
    }

    /// <returns>The word meant, or the word itself where none is close.</returns>
    public string Mend(string word)
    {
        if (word.Length < ShortestMended || _vocabulary.Knows(word) || !char.IsAsciiLetter(word[0]))
            return word;

        return Close(word, word) ?? Deletions(word).Select(shorter => Exact(shorter) ?? Close(shorter, word))
            .FirstOrDefault(found => found is not null) ?? word;
    }

    private string? Exact(string word) => _vocabulary.Knows(word) ? word : null;

    private string? Close(string shorter, string word) =>
        _byDeletion.TryGetValue(shorter, out var found) && Math.Abs(found.Length - word.Length) <= 1 ? found : null;

    private void Keep(string shorter, string word)
    {
        if (!_byDeletion.TryGetValue(shorter, out var kept) || _vocabulary.UsesOf(word) > _vocabulary.UsesOf(kept))
            _byDeletion[shorter] = word;
    }

    private static IEnumerable<string> Deletions(string word)
    {
        for (var i = 1; i < word.Length; i++)
            yield return word.Remove(i, 1);
    }
}
