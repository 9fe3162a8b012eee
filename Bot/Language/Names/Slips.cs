namespace PolicyBot.Language.Names;

/// <summary>Words that are one slip of the thumb away from others: a letter more, less, wrong, or two changed round.</summary>
internal static class Slips
{
    private const int Shortest = 4, Longest = 20;

    /// <summary>"oliva" is a name with a letter missing.</summary>
    public static bool IsNear(NameBook book, ReadOnlySpan<char> word, Sense sense)
    {
        Span<char> folded = stackalloc char[Longest];
        var length = Letters.Fold(word, folded);
        return length >= Shortest && (IsShorter(book, folded[..length], sense) || IsLonger(book, folded[..length], sense));
    }

    private static bool IsShorter(NameBook book, Span<char> word, Sense sense)
    {
        Span<char> other = stackalloc char[Longest];
        for (var at = 0; at < word.Length; at++)
        {
            word[..at].CopyTo(other);
            word[(at + 1)..].CopyTo(other[at..]);
            if (Is(book, other[..(word.Length - 1)], sense) || (at > 0 && IsTurned(book, word, at, sense)))
                return true;
        }

        return false;
    }

    private static bool IsTurned(NameBook book, Span<char> word, int at, Sense sense)
    {
        (word[at - 1], word[at]) = (word[at], word[at - 1]);
        var found = Is(book, word, sense);
        (word[at - 1], word[at]) = (word[at], word[at - 1]);
        return found;
    }

    private static bool IsLonger(NameBook book, ReadOnlySpan<char> word, Sense sense)
    {
        Span<char> other = stackalloc char[Longest + 1];
        for (var at = 0; at <= word.Length; at++)
        {
            word[..at].CopyTo(other);
            word[at..].CopyTo(other[(at + 1)..]);
            if (IsWithLetter(book, other[..(word.Length + 1)], at, sense) || (at < word.Length && IsWithLetter(book, Without(word, at, other), at, sense)))
                return true;
        }

        return false;
    }

    /// <summary>The word itself, to have the letter at the place changed.</summary>
    private static Span<char> Without(ReadOnlySpan<char> word, int at, Span<char> other)
    {
        word.CopyTo(other);
        return other[..word.Length];
    }

    private static bool IsWithLetter(NameBook book, Span<char> word, int at, Sense sense)
    {
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            word[at] = letter;
            if (Is(book, word, sense))
                return true;
        }

        return false;
    }

    private static bool Is(NameBook book, ReadOnlySpan<char> word, Sense sense) => word.Length >= Shortest && (book.SensesOf(word) & sense) != 0;
}
