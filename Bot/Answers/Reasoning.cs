namespace PolicyBot.Answers;

/// <summary>How an answer comes about, for somebody who asks why: what was read, recognised, weighed and decided.</summary>
/// <param name="Familiarity">How much of the message was ever seen before, from 0 to 1.</param>
/// <param name="Worry">What the bot hears about the safety of a child or of the writer, and how sure it is.</param>
/// <param name="Candidates">The kinds of question it resembles most, the likeliest first.</param>
/// <param name="Decided">The one that decides, which may be another than the likeliest where that would permit.</param>
internal sealed record Reasoning(
    IReadOnlyList<string> Words, IReadOnlyList<Recognised> Concepts, float Familiarity, (Concern Concern, float Score)? Worry,
    IReadOnlyList<Finding> Candidates, Finding? Decided, Answer Answer);

/// <summary>A concept of words.yaml and the words that stand for it; denied where it is only spoken of with a "not".</summary>
internal sealed record Recognised(string Concept, string Words, bool IsDenied);
