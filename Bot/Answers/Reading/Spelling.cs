namespace PolicyBot.Answers.Reading;

/// <summary>
/// Mends an unknown word by one slip (a letter missing, doubled, wrong, or two swapped) towards a word the bot was
/// taught. Both must begin alike, because a slip on the first letter is rare and "dad" is not "bad".
/// </summary>
internal sealed class Spelling
{
    private const int ShortestMended = 4, ShortestWithAWrongLetter = 5;

    private readonly Vocabulary _vocabulary;

    /// <summary>By what is left of a word when a letter is taken out, the most used of such words. Made while the bot starts.</summary>
    private readonly Task<Dictionary<string, string>> _byDeletion;

    public Spelling(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _byDeletion = Task.Run(IndexByDeletion);
    }

    /// <returns>The word meant, or the word itself where none is close.</returns>
    public string Mend(string word)
    {
        if (word.Length < ShortestMended || _vocabulary.Knows(word) || !char.IsAsciiLetter(word[0]))
            return word;

        var near = word.Length < ShortestWithAWrongLetter ? [Lacking(word)] : Deletions(word)
            .SelectMany(shorter => new[] { _vocabulary.Knows(shorter) ? shorter : null, Lacking(shorter) }).Append(Lacking(word));
        return near.OfType<string>().Where(found => Math.Abs(found.Length - word.Length) <= 1).DefaultIfEmpty(word)
            .MaxBy(found => (HasTheSameLetters(found, word), _vocabulary.UsesOf(found)))!;
    }

    /// <summary>Two letters changed places: likelier than any other slip.</summary>
    private static bool HasTheSameLetters(string found, string word) => found.Length == word.Length && found.Order().SequenceEqual(word.Order());

    /// <returns>The most used word of which one letter is missing here.</returns>
    private string? Lacking(string shorter) => _byDeletion.Result.GetValueOrDefault(shorter);

    private Dictionary<string, string> IndexByDeletion()
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in _vocabulary.Words.Where(word => word.Length >= ShortestMended && char.IsAsciiLetter(word[0])))
            foreach (var shorter in Deletions(word))
                if (!index.TryGetValue(shorter, out var kept) || _vocabulary.UsesOf(word) > _vocabulary.UsesOf(kept))
                    index[shorter] = word;

        return index;
    }

    private static IEnumerable<string> Deletions(string word)
    {
        for (var i = 1; i < word.Length; i++)
            yield return word.Remove(i, 1);
    }
}
