namespace PolicyBot.Policies;

/// <summary>One thing wrong in a file that a person wrote: where it is, and what to do about it.</summary>
internal sealed record Mistake(string File, int Line, string Message)
{
    public override string ToString() => $"{File}, line {Line}: {Message}";
}
