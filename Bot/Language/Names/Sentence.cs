using System.Buffers;

namespace PolicyBot.Language.Names;

/// <summary>Reads a text into its words. What is already taken out is no word, and nothing hangs together across it.</summary>
internal sealed class Sentence(NameBook book, Marks marks)
{
    private const Sense AnyName = Sense.Given | Sense.MaybeGiven | Sense.Surname | Sense.MaybeSurname;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?\n:;•\"“"), Breaks = SearchValues.Create(".!?\n:;()");

    /// <summary>"i", "a", a kiss, and words of one letter as texts have them.</summary>
    private static readonly SearchValues<char> NoInitials = SearchValues.Create("iaxurnIX");

    private readonly List<Word> _words = [];
    private readonly string _text = marks.Text;
    private int _capitals;

    public static Word[] Read(NameBook book, Marks marks) => new Sentence(book, marks).Read();

    private Word[] Read()
    {
        for (var at = 0; at < _text.Length;)
            at = char.IsLetter(_text[at]) ? Take(at) : at + 1;

        FindPhrases();
        FindOwners();
        return _capitals * 4 > _words.Count * 3 && _words.Count > 5
            ? [.. _words.Select(word => word with { Shape = word.Shape & ~Shape.Capital })]
            : [.. _words];
    }

    /// <returns>Where to read on.</returns>
    private int Take(int start)
    {
        var end = EndOf(start);
        var owned = end - 2 > start && _text[end - 1] is ('s' or 'S') && Letters.IsApostrophe(_text[end - 2]) ? end - 2 : end;
        var core = TrimDigits(start, owned);
        if (!marks.IsFree(start, end - start))
            return end;

        var word = _text.AsSpan(start, core - start);
        var shape = ShapeOf(word, start) | (owned < end ? Shape.Possessive : Shape.Plain);
        var (senses, runOn) = SensesOf(word, owned < end);
        _capitals += (shape & Shape.Capital) != 0 ? 1 : 0;
        var isShort = (senses & (Sense.Title | Sense.MaybeTitle | Sense.Saint)) != 0 || (shape & Shape.Initial) != 0;
        _words.Add(new Word(start, owned - start, senses, shape | runOn, GapAfter(end, isShort)));
        return end;
    }

    private int EndOf(int start)
    {
        var end = start + 1;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || Letters.IsAccent(_text[end]) || IsJoint(end)))
            end++;

        return end;
    }

    /// <summary>An apostrophe or a hyphen between two letters.</summary>
    private bool IsJoint(int at) =>
        (Letters.IsApostrophe(_text[at]) || _text[at] is '-') && at + 1 < _text.Length && char.IsLetter(_text[at + 1]) && char.IsLetter(_text[at - 1]);

    /// <summary>"leo2" is leo; "y4" stays what it is.</summary>
    private int TrimDigits(int start, int end)
    {
        var core = end;
        while (core > start && char.IsAsciiDigit(_text[core - 1]))
            core--;

        return core - start > 2 ? core : end;
    }

    private Shape ShapeOf(ReadOnlySpan<char> word, int start)
    {
        var shape = word.Length is 1 && !NoInitials.Contains(word[0]) ? Shape.Initial : Shape.Plain;
        if (char.IsUpper(word[0]) && (word.Length is 1 || char.IsLower(word[1]) || Letters.IsApostrophe(word[1])))
            shape |= Shape.Capital;

        return _words.Count is 0 || BeginsSentence(start) ? shape | Shape.FirstOfSentence : shape;
    }

    private bool BeginsSentence(int start)
    {
        var before = _text.AsSpan(_words[^1].End, start - _words[^1].End);
        return before.ContainsAny(SentenceEnds) && _words[^1].Gap is not Gap.Space;
    }

    private (Sense Senses, Shape Shape) SensesOf(ReadOnlySpan<char> word, bool isPossessive)
    {
        var whole = char.IsLetter(word[^1]) ? book.SensesOf(word) : book.SensesOf(word) | Sense.Word;
        if (whole is Sense.None && word.Contains('-'))
            return (DoubledSenses(word), Shape.Plain);
        if (whole is Sense.None && !book.IsNoWord(word))
            whole = Sense.Word;
        if (isPossessive || word.Length < 3 || word[^1] is not ('s' or 'S') || (whole & (Sense.Given | Sense.Surname | Sense.Small)) != 0)
            return (whole, Shape.Plain);

        var stem = book.SensesOf(word[..^1]);
        var isWord = whole is not Sense.None || stem.HasFlag(Sense.Word) || word.Length is 3;
        return (stem & AnyName) is 0 ? (whole, Shape.Plain) : (stem, isWord ? Shape.RunOn | Shape.WordWithS : Shape.RunOn);
    }

    /// <summary>"ellie-mae", "smith-jones", "charlie-annes": every part is a name, and one is nothing else.</summary>
    private Sense DoubledSenses(ReadOnlySpan<char> word)
    {
        var (all, sure) = (true, Sense.None);
        foreach (var part in word.Split('-'))
        {
            var senses = book.SensesOf(word[part]) is var known and not Sense.None ? known : book.SensesOf(word[part].TrimEnd('s'));
            all &= (senses & AnyName) != 0;
            sure |= senses & (Sense.Given | Sense.Surname);
        }

        return all ? sure : Sense.Word;
    }

    /// <param name="isShort">A full stop belongs to the word: "Mrs. Nowak", "J. Smith".</param>
    private Gap GapAfter(int end, bool isShort)
    {
        var next = end;
        while (next < _text.Length && !char.IsLetterOrDigit(_text[next]))
            next++;

        var between = _text.AsSpan(end, next - end);
        if (isShort && (between is "." || between is ". "))
            return Gap.Space;

        return (next < _text.Length && !marks.IsFree(next, 1)) || between.ContainsAny(Breaks) || between.Length > 4 ? Gap.Break
            : between.ContainsAny("&+/") ? Gap.Link
            : between.Contains(',') ? Gap.Comma
            : Gap.Space;
    }

    private void FindPhrases()
    {
        for (var i = 0; i < _words.Count; i++)
            if (_words[i].May(Sense.Phrase))
                foreach (var phrase in book.PhrasesFrom(_text.AsSpan(_words[i].Start, _words[i].Length)))
                    if (Matches(i, phrase))
                        Mark(i, phrase.Length);
    }

    /// <summary>"zbigniewas mum": the s of somebody in no list.</summary>
    private void FindOwners()
    {
        for (var i = 0; i + 1 < _words.Count; i++)
            if (_words[i] is { IsUnknown: true, Length: > 3, Gap: Gap.Space } && _text[_words[i].End - 1] is ('s' or 'S') && _words[i + 1].May(Sense.Relation))
                _words[i] = _words[i] with { Shape = _words[i].Shape | Shape.RunOn };
    }

    private bool Matches(int from, string[] phrase)
    {
        if (from + phrase.Length > _words.Count)
            return false;

        Span<char> folded = stackalloc char[40];
        for (var i = 0; i < phrase.Length; i++)
            if (!folded[..Letters.Fold(TextOf(from + i), folded)].SequenceEqual(phrase[i]))
                return false;

        return true;
    }

    private void Mark(int from, int count)
    {
        for (var i = from; i < from + count; i++)
            _words[i] = _words[i] with { Shape = _words[i].Shape | Shape.InPhrase };
    }

    private ReadOnlySpan<char> TextOf(int at) => _text.AsSpan(_words[at].Start, _words[at].Length + (_words[at].Is(Shape.Possessive) ? 2 : 0));
}
