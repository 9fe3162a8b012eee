namespace PolicyBot.Answers.Reading;

/// <summary>Reads a message into words and concepts. The same message always reads the same.</summary>
internal sealed class Reader(Shorthand shorthand, Lexicon lexicon, Kinds kinds, Spelling spelling)
{
    public Lexicon Lexicon => lexicon;

    public Message Read(string text)
    {
        var words = WordsOf(text);
        var hits = lexicon.FindIn(words).ConvertAll(hit => hit with { IsDenied = ConceptSet.IsDenied(words, hit.Start) });
        return new Message(words, [.. words.Select(kinds.Of)], hits, new ConceptSet(hits, lexicon.Concepts.Count));
    }

    /// <summary>The words alone, as a message has them.</summary>
    public List<string> WordsOf(string text)
    {
        var words = shorthand.Expand(Tokens.Of(text));
        words.RemoveAll(IsPicture);
        for (var i = 0; i < words.Count; i++)
            words[i] = spelling.Mend(words[i]);

        return shorthand.Expand(words); // What was mended may itself be short for something, or a name.
    }

    /// <summary>A picture that stands for no words only says how the writer feels about it.</summary>
    private static bool IsPicture(string word) => !char.IsLetterOrDigit(word[0]) && word[0] != '<';
}
