namespace PolicyBot.Language.Names;

/// <summary>
/// Takes out names of people. A word that is a name and nothing else always goes; one that is also a word, or that
/// nobody knows, goes where its neighbours say that somebody is meant.
/// </summary>
internal sealed class NameFinder(NameBook book)
{
    private const int Inside = -1;

    public bool IsNobody(ReadOnlySpan<char> words) => book.IsNobody(words);

    public void Mark(Marks marks)
    {
        var words = Sentence.Read(book, marks);
        var counts = new int[words.Length];
        for (var at = 0; at < words.Length; at++)
            if (counts[at] is 0 && IsName(marks.Text, words, at))
                Take(marks.Text, words, counts, at);
        for (var at = 0; at < words.Length; at++)
            if (counts[at] is 0 && IsBesideName(marks.Text, words, counts, at))
                Take(marks.Text, words, counts, at);

        for (var at = 0; at < words.Length; at++)
            if (counts[at] > 0 && words[at + counts[at] - 1] is var last)
                marks.Add(DetailKind.Name, words[at].Start, last.End - words[at].Start, last.Is(Shape.RunOn) && !IsFamily(words, at));
    }

    /// <summary>"the okafors" own nothing.</summary>
    private static bool IsFamily(Word[] words, int at) => at > 0 && words[at - 1].May(Sense.Determiner);

    private void Take(string text, Word[] words, int[] counts, int at)
    {
        var count = new FullName(book, text, words).CountFrom(at);
        for (; at > 0 && IsInitialBefore(words[at - 1]) && counts[at - 1] is 0; at--)
            count++;

        while (count > 1 && counts[at + count - 1] is not 0)
            count--;

        counts.AsSpan(at, count).Fill(Inside);
        counts[at] = count;
    }

    /// <summary>"J. Smith".</summary>
    private static bool IsInitialBefore(Word word) => word.Is(Shape.Initial) && word.Is(Shape.Capital) && word.Gap is Gap.Space && !word.Is(Shape.Possessive);

    private bool IsName(string text, Word[] words, int at)
    {
        var word = words[at];
        var around = new Surroundings(words, at);
        if (word.Is(Shape.InPhrase))
            return false;
        if (around.IsSure || around.IsTitled || around.IsWhose)
            return true;

        return word.Is(Shape.WordWithS) ? false
            : word.May(Sense.MaybeGiven) ? around.IsMeant || new FullName(book, text, words).IsBegunBy(at)
            : word.May(Sense.MaybeSurname) ? around.IsCapital && around.Acts
            : word.IsUnknown && word.Length > 2 && IsStranger(Text(text, word), around);
    }

    /// <summary>Somebody whose name is in no list.</summary>
    private bool IsStranger(ReadOnlySpan<char> word, Surroundings around) =>
        around.IsCapital || around.IsCalled
        || ((around.Acts || around.IsAddressed || around.IsOfYear) && IsNobodysSlip(word))
        || (Slips.IsNear(book, word, Sense.Given) && (around.IsBesideRelation || (word.Length > 4 && IsNobodysSlip(word))));

    /// <summary>"charlie and summer", "lily, rose": who is named beside somebody is somebody.</summary>
    private bool IsBesideName(string text, Word[] words, int[] counts, int at)
    {
        var word = words[at];
        var isAlsoWord = word.May(Sense.Calendar | Sense.Doing) && !(at + 1 == words.Length || words[at].Gap is not Gap.Space || words[at + 1].May(Sense.Both | Sense.Relation));
        if (word.Is(Shape.InPhrase) || isAlsoWord || !(IsListed(words, counts, at, -1) || IsListed(words, counts, at, 1)))
            return false;

        return word.May(Sense.MaybeGiven) || (word.IsUnknown && IsNobodysSlip(Text(text, word)));
    }

    private static bool IsListed(Word[] words, int[] counts, int at, int step)
    {
        var (next, second) = (at + step, at + step + step);
        if (next < 0 || next >= words.Length)
            return false;
        if (words[Math.Min(at, next)].Gap is Gap.Comma or Gap.Link)
            return counts[next] is not 0;

        return words[next].May(Sense.Link) && second >= 0 && second < words.Length && counts[second] is not 0;
    }

    private bool IsNobodysSlip(ReadOnlySpan<char> word) => word.Length > 3 && !Slips.IsNear(book, word, Sense.Word | Sense.Small | Sense.Relation);

    private static ReadOnlySpan<char> Text(string text, Word word) => text.AsSpan(word.Start, word.Length);
}
