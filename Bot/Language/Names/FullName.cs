namespace PolicyBot.Language.Names;

/// <summary>How far a name reaches: "olivia harris", "tom h", "Wiktoria Kowalska", "lily grace", "jan van dijk".</summary>
internal readonly ref struct FullName(NameBook book, string text, ReadOnlySpan<Word> words)
{
    private const Sense Ends = Sense.Relation | Sense.Where | Sense.Link | Sense.Acts | Sense.Being | Sense.Surname;

    private readonly ReadOnlySpan<Word> _words = words;

    /// <returns>How many words the name has that begins at a place.</returns>
    public int CountFrom(int at)
    {
        var next = at + 1;
        while (IsJoined(next) && Continues(at, next) is var more and > 0)
            next += more;

        return next - at;
    }

    /// <summary>A name that is also a word is meant where a surname or an initial follows: "summer jones", "grace k".</summary>
    public bool IsBegunBy(int at)
    {
        if (!IsJoined(at + 1))
            return false;

        var (word, next) = (_words[at], _words[at + 1]);
        return next.May(Sense.Surname) ? !next.May(Sense.Given) || (AreCapitals(at, at + 1) && !word.May(Sense.Doing))
            : next.May(Sense.MaybeSurname) ? AreCapitals(at, at + 1) && !word.Is(Shape.FirstOfSentence)
            : !word.May(Sense.Doing) && next.Is(Shape.Initial) && Closes(at + 1);
    }

    private int Continues(int first, int next)
    {
        var word = _words[next];
        if (word.Is(Shape.InPhrase))
            return 0;
        if (word.Is(Shape.Initial))
            return 1;
        if (word.May(Sense.Particle) && IsJoined(next + 1) && IsFamily(next + 1))
            return 2;
        if (_words[first].May(Sense.Particle))
            return IsFamily(next) ? 1 : 0;

        var isFamily = word.May(Sense.Given | Sense.Surname) ? !word.Is(Shape.WordWithS) || IsBesideRelation(next)
            : word.May(Sense.MaybeGiven | Sense.MaybeSurname) ? AreCapitals(first, next) || (Closes(next) && !word.May(Sense.Doing | Sense.Calendar))
            : word.IsUnknown && (AreCapitals(first, next) || (Closes(next) && IsNobodysSlip(next)));
        return isFamily ? 1 : 0;
    }

    private bool IsJoined(int next) =>
        next < _words.Length && _words[next - 1].Gap is Gap.Space && !_words[next - 1].Is(Shape.Possessive | Shape.RunOn);

    private bool IsFamily(int at) => _words[at].May(Sense.Surname | Sense.Given | Sense.MaybeSurname) || _words[at].IsUnknown;

    private bool AreCapitals(int one, int other) => _words[one].Is(Shape.Capital) && _words[other].Is(Shape.Capital);

    private bool IsBesideRelation(int at) => IsLast(at) is false && _words[at + 1].May(Sense.Relation);

    /// <summary>Nothing follows, or what follows a name.</summary>
    private bool Closes(int at) => IsLast(at) || _words[at].Is(Shape.Possessive | Shape.RunOn) || _words[at + 1].May(Ends) || _words[at + 1].Is(Shape.Initial);

    private bool IsLast(int at) => at + 1 == _words.Length || _words[at].Gap is not Gap.Space;

    private bool IsNobodysSlip(int at) =>
        _words[at].Length > 3 && !Slips.IsNear(book, text.AsSpan(_words[at].Start, _words[at].Length), Sense.Word | Sense.Small);
}
