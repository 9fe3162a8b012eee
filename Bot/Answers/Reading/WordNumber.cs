namespace PolicyBot.Answers.Reading;

/// <summary>Words as numbers, by FNV-1a: the same on every machine and run, unlike a string's own hash code.</summary>
internal static class WordNumber
{
    private const ulong Nothing = 14695981039346656037UL, Prime = 1099511628211UL;

    /// <param name="before">The number of the letters before these.</param>
    public static ulong Of(ReadOnlySpan<char> letters, ulong before = Nothing)
    {
        foreach (var letter in letters)
            before = (before ^ letter) * Prime;

        return before;
    }
}
