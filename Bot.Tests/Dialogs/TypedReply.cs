namespace PolicyBot.Tests.Dialogs;

/// <summary>A line of a file of replies: to which question, the answer that is meant, and what is typed.</summary>
internal sealed record TypedReply(string Scenario, string Fact, string Value, string Text, bool IsRisk)
{
    public static TypedReply Parse(string line) => line.Split('\t') is [var scenario, var fact, var value, var text, .. var rest]
        ? new TypedReply($"social-media/{scenario.TrimStart("0123456789-".ToCharArray())}", fact, value, text, rest.Contains("risk"))
        : throw new FormatException($"Not a reply: {line}");
}
