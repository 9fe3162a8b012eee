namespace PolicyBot.Policies.Import;

/// <summary>What came of a document.</summary>
internal abstract record ImportResult
{
    private ImportResult()
    {
    }

    /// <summary>Something has to be settled by a person first.</summary>
    internal sealed record Asks(IReadOnlyList<ImportQuestion> Questions, IReadOnlyList<string> Notes) : ImportResult;

    /// <param name="File">The whole of policy.md.</param>
    /// <param name="Original">The whole of original.txt.</param>
    /// <param name="Policy">As it will be read from the file.</param>
    /// <param name="Notes">What was assumed or left out, in sentences.</param>
    internal sealed record Drafted(string File, string Original, Policy Policy, IReadOnlyList<string> Notes) : ImportResult;

    /// <summary>The document cannot be a policy; a sentence says why.</summary>
    internal sealed record Refused(string Sentence) : ImportResult;
}
