using PolicyBot.Answers.Reading;

namespace PolicyBot.Answers.Learning;

/// <summary>What a message offers a classifier: words, their stems and neighbours, and the same of its concepts.</summary>
internal static class Features
{
    private const float Word = .7f, Stem = .5f, Pair = .25f, Skip = .15f, Opening = .2f, OutlinePair = .5f, OutlineSkip = .3f, Letters = .35f;
    private const float Concept = 1f, ConceptPair = .7f, ConceptsTogether = .4f, Kind = .5f, KindPair = .3f;

    /// <summary>Each feature once for each time it occurs, with the weight of its kind.</summary>
    public static List<(ulong Feature, float Weight)> Of(Message message)
    {
        var found = new List<(ulong, float)>(message.Words.Count * 8 + message.Hits.Count * 6);
        AddWords(message.Words, found);
        AddConcepts(message.Hits, found);
        AddOutline(message, found);
        AddKinds(message, found);
        return found;
    }

    /// <summary>The same and the letters inside words, three to five together: for many labels and no authored concepts.</summary>
    public static List<(ulong Feature, float Weight)> WithLettersOf(Message message)
    {
        var found = Of(message);
        foreach (var word in message.Words)
        {
            var letters = $"_{word}_".AsSpan();
            for (var length = 3; length <= 5; length++)
                for (var start = 0; start + length <= letters.Length; start++)
                    found.Add((Key(13, WordNumber.Of(letters.Slice(start, length))), Letters));
        }

        return found;
    }

    private static void AddWords(IReadOnlyList<string> words, List<(ulong, float)> found)
    {
        ulong before = 1, beforeThat = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var word = WordNumber.Of(words[i]);
            found.Add((Key(1, word), Word));
            found.Add((Key(2, WordNumber.Of(Stemmed(words[i]))), Stem));
            found.Add((Key(3, before, word), Pair));
            if (i > 1)
                found.Add((Key(4, beforeThat, word), Skip));
            if (i < 3)
                found.Add((Key(5, word, (ulong)i), Opening));

            (beforeThat, before) = (before, word);
        }

        found.Add((Key(3, before, 2), Pair));
    }

    private static void AddConcepts(IReadOnlyList<ConceptHit> hits, List<(ulong, float)> found)
    {
        for (var i = 0; i < hits.Count; i++)
        {
            var concept = NumberOf(hits[i]);
            found.Add((Key(6, concept), Concept));
            if (i > 0)
                found.Add((Key(7, NumberOf(hits[i - 1]), concept), ConceptPair));
            for (var j = 0; j < i && i < 24; j++)
                if (NumberOf(hits[j]) is var other && other != concept)
                    found.Add((Key(8, Math.Min(other, concept), Math.Max(other, concept)),
                        ConceptsTogether));
        }
    }

    /// <summary>The message with each concept in place of its words: "accept (parent) on (platform)", whoever says it how.</summary>
    private static void AddOutline(Message message, List<(ulong, float)> found)
    {
        var (before, beforeThat, hit) = (1UL, 0UL, 0);
        for (var i = 0; i < message.Words.Count; i++)
        {
            while (hit < message.Hits.Count && message.Hits[hit].Start < i)
                hit++;

            var unit = WordNumber.Of(message.Words[i]);
            if (hit < message.Hits.Count && message.Hits[hit].Start == i)
                (unit, i) = (Key(10, NumberOf(message.Hits[hit])), message.Hits[hit].End - 1);

            found.Add((Key(11, before, unit), OutlinePair));
            if (beforeThat != 0)
                found.Add((Key(12, beforeThat, unit), OutlineSkip));

            (beforeThat, before) = (before, unit);
        }

        found.Add((Key(11, before, 2), OutlinePair));
    }

    /// <summary>"Not a parent" is another thing than "a parent".</summary>
    private static ulong NumberOf(ConceptHit hit) => (uint)hit.Concept | (hit.IsDenied ? 1UL << 32 : 0);

    private static void AddKinds(Message message, List<(ulong, float)> found)
    {
        for (var i = 0; i < message.Words.Count; i++)
            foreach (var kind in message.Kinds[i])
            {
                found.Add((Key(14, kind), Kind));
                found.Add((Key(15, i > 0 ? WordNumber.Of(message.Words[i - 1]) : 1, kind), KindPair));
            }
    }

    private static string Stemmed(string word) => word switch
    {
        { Length: > 6 } when word.EndsWith("ing", StringComparison.Ordinal) => word[..^3],
        { Length: > 5 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3],
        { Length: > 4 } when word.EndsWith("ed", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word[^1] == 's' && word[^2] != 's' => word[..^1],
        _ => word,
    };

    private static ulong Key(ulong kind, ulong first, ulong second = 0) =>
        ((kind * 0x9E3779B97F4A7C15UL) ^ first) * 0xBF58476D1CE4E5B9UL ^ (second * 0x94D049BB133111EBUL + (second >> 29));
}
