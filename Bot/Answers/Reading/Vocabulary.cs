namespace PolicyBot.Answers.Reading;

/// <summary>
/// Every word the bot was taught, and how often. One that stands in an example or two may be a slip of the writer's; one of
/// the authored lists of words is none.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>A word used this often is no slip.</summary>
    public const int Often = 3;

    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    /// <summary>The words that are no slips.</summary>
    public IEnumerable<string> Words => _uses.Where(pair => pair.Value >= Often).Select(pair => pair.Key);

    public void Add(string word, int uses = 1) => _uses[word] = UsesOf(word) + uses;

    public bool Knows(string word) => UsesOf(word) >= Often;

    public int UsesOf(string word) => _uses.GetValueOrDefault(word);

    public void Write(BinaryWriter file)
    {
        var words = _uses.Where(pair => pair.Value >= Often).ToList();
        file.Write(words.Count);
        foreach (var (word, uses) in words)
        {
            file.Write(word);
            file.Write(uses);
        }
    }

    public static Vocabulary Read(BinaryReader file)
    {
        var vocabulary = new Vocabulary();
        for (var left = file.ReadInt32(); left > 0; left--)
            vocabulary.Add(file.ReadString(), file.ReadInt32());

        return vocabulary;
    }
}
