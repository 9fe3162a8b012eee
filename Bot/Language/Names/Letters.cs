namespace PolicyBot.Language.Names;

/// <summary>Words as the lists have them: small letters, no accents, no apostrophes.</summary>
internal static class Letters
{
    private const string Accented = "àáâãäåāăąçćčďđèéêëēęěėğìíîïīįıłľñńňòóôõöøōőřŕśšşșßťţțùúûüūůűųýÿžźż";
    private const string Plain = "aaaaaaaaacccddeeeeeeeegiiiiiiillnnnoooooooorrssssstttuuuuuuuuyyzzz";

    public const char Apostrophe = '\'';

    public static bool IsApostrophe(char letter) => letter is Apostrophe or '’' or '‘' or '`' or '´';

    /// <summary>An accent that stands behind its letter, as some keyboards send it.</summary>
    public static bool IsAccent(char letter) => letter is >= '\u0300' and <= '\u036f';

    /// <returns>How many letters were written; 0 where the word is longer than any name.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        if (word.Length > folded.Length)
            return 0;

        var count = 0;
        foreach (var letter in word)
            if (!IsApostrophe(letter) && !IsAccent(letter))
                folded[count++] = Fold(letter);

        return count;
    }

    public static string Fold(string word)
    {
        Span<char> folded = stackalloc char[word.Length];
        return folded[..Fold(word, folded)].ToString();
    }

    private static char Fold(char letter)
    {
        if (char.IsAscii(letter))
            return char.ToLowerInvariant(letter);

        var small = char.ToLowerInvariant(letter);
        return Accented.IndexOf(small, StringComparison.Ordinal) is var at and >= 0 ? Plain[at] : small;
    }
}
