namespace PolicyBot.Answers.Reading;

/// <summary>
/// Mends an unknown word by one slip (a letter missing, doubled, wrong, or two swapped) towards a word the bot was
/// taught. Both must begin alike, because a slip on the first letter is rare and "dad" is not "bad".
/// </summary>
internal sealed class Spelling
{
    private const int ShortestMended = 4, ShortestWithAWrongLetter = 5;

    private readonly Vocabulary _vocabulary;

    /// <summary>Made while the bot starts.</summary>
    private readonly Task<Deletions> _deletions;

    public Spelling(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _deletions = Task.Run(() => new Deletions(vocabulary.Words.Where(IsMendable).OrderByDescending(vocabulary.UsesOf)));
    }

    /// <returns>The word meant, or the word itself where none is close.</returns>
    public string Mend(string word)
    {
        if (!IsMendable(word) || _vocabulary.Knows(word))
            return word;

        var near = word.Length < ShortestWithAWrongLetter ? [Lacking(word)] : Deletions.Of(word)
            .SelectMany(shorter => new[] { _vocabulary.Knows(shorter) ? shorter : null, Lacking(shorter) }).Append(Lacking(word));
        return near.OfType<string>().Where(found => Math.Abs(found.Length - word.Length) <= 1).DefaultIfEmpty(word)
            .MaxBy(found => (HasTheSameLetters(found, word), _vocabulary.UsesOf(found)))!;
    }

    private static bool IsMendable(string word) => word.Length >= ShortestMended && char.IsAsciiLetter(word[0]);

    /// <summary>Two letters changed places: likelier than any other slip.</summary>
    private static bool HasTheSameLetters(string found, string word) => found.Length == word.Length && found.Order().SequenceEqual(word.Order());

    /// <returns>The most used word of which one letter is missing here.</returns>
    private string? Lacking(string shorter) => _deletions.Result.Lacking(shorter);
}
