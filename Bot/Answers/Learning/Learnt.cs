using PolicyBot.Answers.Reading;

namespace PolicyBot.Answers.Learning;

/// <summary>All that came of learning: what it takes to answer, without the examples.</summary>
/// <param name="Policies">One for each policy with topics, in their order; where none has any, one for what every bot knows.</param>
internal sealed record Learnt(Lexicon Lexicon, Vocabulary Vocabulary, FeatureSpace Space, ReplyEar Replies, IReadOnlyList<TopicMemory> Policies)
{
    public void Write(BinaryWriter file)
    {
        Lexicon.Write(file);
        Vocabulary.Write(file);
        Space.Write(file);
        Replies.Write(file);
        file.Write(Policies.Count);
        foreach (var policy in Policies)
            policy.Write(file);
    }

    public static Learnt Read(BinaryReader file) => new(Lexicon.Read(file), Vocabulary.Read(file), FeatureSpace.Read(file), ReplyEar.Read(file),
        [.. Enumerable.Range(0, file.ReadInt32()).Select(_ => TopicMemory.Read(file))]);
}
