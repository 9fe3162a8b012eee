namespace PolicyBot.Language;

/// <summary>A text that names nobody, and what was taken out of it: where in the original, never what.</summary>
internal sealed record Redacted(string Text, IReadOnlyList<Taken> TakenOut);

/// <summary>Start and length count UTF-16 code units of the original.</summary>
internal readonly record struct Taken(DetailKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
