namespace PolicyBot.Acknowledgements.Versions;

/// <summary>The texts that were in force. Every call may find no database, and then says so by an exception of the storage.</summary>
internal interface ITextBook
{
    Task<TextHistory> HistoryAsync(string policy, CancellationToken cancellationToken);

    Task<PolicyText?> FindAsync(string policy, string version, CancellationToken cancellationToken);

    /// <returns>Whether anybody was ever asked to confirm the policy, or has.</returns>
    Task<bool> IsInUseAsync(string policy, CancellationToken cancellationToken);
}

/// <summary>What is written of texts.</summary>
internal abstract record TextRecord
{
    private TextRecord()
    {
    }

    /// <summary>Kept; where it is there already nothing happens.</summary>
    internal sealed record Kept(PolicyText Text) : TextRecord;

    /// <summary>Nobody has confirmed what there was: the policy begins with this text.</summary>
    internal sealed record Begun(PolicyText Text) : TextRecord;

    internal sealed record Settled(TextChange Change) : TextRecord;
}
