namespace PolicyBot.Answers.Learning;

/// <summary>What was learnt to tell apart: one policy's rules, those that every bot knows, and the concerns, in this order.</summary>
/// <param name="Asked">Of each rule its first example, as the way to ask it; empty where it has none.</param>
internal sealed record TopicMemory(TopicClassifier Classifier, string[] Asked)
{
    public void Write(BinaryWriter file)
    {
        Classifier.Write(file);
        file.WriteWords(Asked);
    }

    public static TopicMemory Read(BinaryReader file) =>
        new(TopicClassifier.Read(file), file.ReadWords());
}
