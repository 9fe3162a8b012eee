namespace PolicyBot.Language;

/// <summary>What came of taking names out: a text that may be passed on, or none.</summary>
internal abstract record Redaction
{
    private Redaction()
    {
    }

    public sealed record Done(Redacted What) : Redaction;

    /// <summary>Not everything was checked that is to be checked: nothing may be passed on.</summary>
    /// <param name="Reason">One sentence; nothing of the text is in it.</param>
    public sealed record Unavailable(string Reason) : Redaction;
}
