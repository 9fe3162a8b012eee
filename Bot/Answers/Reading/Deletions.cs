namespace PolicyBot.Answers.Reading;

/// <summary>
/// Words by what is left of them when a letter but the first is taken out. What is left is kept as a number: as words of
/// their own they would be more than all that the bot knows.
/// </summary>
internal sealed class Deletions
{
    private readonly string[] _words;
    private readonly ulong[] _left;
    private readonly int[] _from;

    /// <param name="words">Of two that leave the same, the one that comes first is meant.</param>
    public Deletions(IEnumerable<string> words)
    {
        _words = [.. words];
        var count = _words.Sum(word => word.Length - 1);
        (_left, _from) = (new ulong[count], new int[count]);
        var at = 0;
        for (var from = 0; from < _words.Length; from++)
            for (var place = 1; place < _words[from].Length; place++, at++)
                (_left[at], _from[at]) = (WordNumber.Of(_words[from].AsSpan(place + 1), WordNumber.Of(_words[from].AsSpan(0, place))), from);

        Array.Sort(_left, _from);
    }

    public static IEnumerable<string> Of(string word)
    {
        for (var i = 1; i < word.Length; i++)
            yield return word.Remove(i, 1);
    }

    /// <returns>The word that is left so when a letter is taken out; null where there is none.</returns>
    public string? Lacking(string shorter)
    {
        var number = WordNumber.Of(shorter);
        var at = Array.BinarySearch(_left, number);
        if (at < 0)
            return null;

        while (at > 0 && _left[at - 1] == number)
            at--;

        var first = _from[at];
        for (; at < _left.Length && _left[at] == number; at++)
            first = Math.Min(first, _from[at]);

        return _words[first];
    }
}
