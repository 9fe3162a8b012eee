namespace PolicyBot.Answers.Reading;

/// <summary>Every word the bot was taught, by number; a word it was not taught is <see cref="Unknown"/>.</summary>
internal sealed class Vocabulary
{
    public const int Unknown = -1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _uses = [];

    public int Count => _uses.Count;

    public IEnumerable<string> Words => _numbers.Keys;

    public int Add(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            _numbers[word] = number = _uses.Count;
            _uses.Add(0);
        }

        _uses[number]++;
        return number;
    }

    public int Find(string word) => _numbers.GetValueOrDefault(word, Unknown);

    public int UsesOf(int number) => _uses[number];

    public void Write(BinaryWriter file)
    {
        file.Write(Count);
        foreach (var (word, number) in _numbers)
        {
            file.Write(word);
            file.Write(_uses[number]);
        }
    }

    public static Vocabulary Read(BinaryReader file)
    {
        var vocabulary = new Vocabulary();
        for (var left = file.ReadInt32(); left > 0; left--)
        {
            vocabulary._numbers[file.ReadString()] = vocabulary._uses.Count;
            vocabulary._uses.Add(file.ReadInt32());
        }

        return vocabulary;
    }
}
