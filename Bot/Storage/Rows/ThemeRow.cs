namespace PolicyBot.Storage.Rows;

/// <summary>How often a kind of question, which the policies do not answer, was asked in a month.</summary>
internal sealed class ThemeRow
{
    /// <summary>"2026-11".</summary>
    public required string Month { get; init; }

    public required string Subject { get; init; }

    public required int Asked { get; init; }
}
