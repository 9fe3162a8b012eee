using System.Text;
using PolicyBot.Answers;

namespace PolicyBot.Tests.Answers;

/// <summary>A slip of the finger is no other question: every authored line, spoilt in one of four ways.</summary>
public sealed class NoiseTests
{
    private const double Tolerated = .02;

    private static readonly string[] All = ["case", "punctuation", "emoji", "slip"];

    public static TheoryData<string> Kinds => [.. All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Noise_hardly_changes_a_verdict_and_never_permits(string kind)
    {
        var random = new Random(20261123);
        var (changed, all, permitted) = (new List<string>(), 0, new List<string>());
        foreach (var (line, isForbidden) in ShippedEngine.Share(ShippedEngine.Lines, Array.IndexOf(All, kind), of: All.Length))
        {
            var noisy = Spoil(kind, line, random);
            var (before, after) = (VerdictOf(line), VerdictOf(noisy));
            all++;
            if (before != after)
                changed.Add($"{line} -> {noisy}: {before} -> {after}");
            if (isForbidden && before != "May" && after == "May")
                permitted.Add(noisy);
        }

        Assert.True(permitted.Count == 0, string.Join('\n', permitted));
        Assert.True(changed.Count <= all * Tolerated, $"{changed.Count} of {all}:\n{string.Join('\n', changed)}");
    }

    private static string VerdictOf(string question) => ShippedEngine.Engine.Ask(question) switch
    {
        Answer.Answered answered => answered.Verdict.ToString(),
        var other => other.GetType().Name,
    };

    private static string Spoil(string kind, string line, Random random) => kind switch
    {
        "case" => string.Concat(line.Select(letter => random.Next(2) == 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter))),
        "punctuation" => string.Join(' ', line.Split(' ').Select(word => word.TrimEnd('?', '.', ',') + Marks[random.Next(Marks.Length)])),
        "emoji" => $"{Emoji[random.Next(Emoji.Length)]} {line} {Emoji[random.Next(Emoji.Length)]}{Emoji[random.Next(Emoji.Length)]}",
        _ => Slip(line, random),
    };

    private static readonly string[] Marks = ["", "", "", ",", "...", "!", " -", ";"];

    private static readonly string[] Emoji = ["\U0001F642", "\U0001F914", "\U0001F60A", "\U0001F389", "\U0001F937", "\u2728"];

    /// <summary>One slip in one longer word: a letter left out, doubled, wrong, or changed with its neighbour; not the first.</summary>
    private static string Slip(string line, Random random)
    {
        var words = line.Split(' ');
        var longer = Enumerable.Range(0, words.Length).Where(i => words[i].Length > 4 && words[i].All(char.IsAsciiLetter)).ToList();
        if (longer.Count == 0)
            return line;

        var at = longer[random.Next(longer.Count)];
        var word = new StringBuilder(words[at]);
        var letter = random.Next(1, word.Length - 1);
        switch (random.Next(4))
        {
            case 0: word.Remove(letter, 1); break;
            case 1: word.Insert(letter, word[letter]); break;
            case 2: word[letter] = (char)('a' + random.Next(26)); break;
            default: (word[letter], word[letter + 1]) = (word[letter + 1], word[letter]); break;
        }

        words[at] = word.ToString();
        return string.Join(' ', words);
    }
}
