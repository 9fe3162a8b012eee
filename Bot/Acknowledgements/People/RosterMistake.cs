namespace PolicyBot.Acknowledgements.People;

/// <summary>One thing wrong in a roster's file, and what to write instead.</summary>
/// <param name="Column">The column's name as the file has it; null where the whole line or file is meant.</param>
internal sealed record RosterMistake(int Line, string? Column, string Sentence)
{
    private const int LongestQuotation = 40;

    public override string ToString() => $"line {Line}{(Column is null ? "" : $", {Column}")}: {Sentence}";

    /// <summary>What somebody wrote, to be put into a sentence: on one line and not at any length.</summary>
    public static string Quoted(string text) => $"'{Shortened(text.Trim())}'";

    public static string Shortened(string text) =>
        (text.Length > LongestQuotation ? text[..LongestQuotation] + "…" : text).ReplaceLineEndings(" ");
}
