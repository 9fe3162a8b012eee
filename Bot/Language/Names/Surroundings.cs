namespace PolicyBot.Language.Names;

/// <summary>What the words around a word say about whether it is somebody's name.</summary>
internal readonly ref struct Surroundings(ReadOnlySpan<Word> words, int at)
{
    private const Sense MaybeName = Sense.MaybeGiven | Sense.MaybeSurname, AnyName = MaybeName | Sense.Given | Sense.Surname;

    private readonly Word _word = words[at];

    /// <summary>The neighbours that hang together with the word; what does not is nothing.</summary>
    private readonly Word _before = At(words, at - 1, joinedAt: at - 1);
    private readonly Word _before2 = At(words, at - 2, joinedAt: at - 2);
    private readonly Word _next = At(words, at + 1, joinedAt: at);
    private readonly Word _next2 = At(words, at + 2, joinedAt: at + 1);
    private readonly Word _next3 = At(words, at + 3, joinedAt: at + 2);

    /// <summary>A name and nothing else, unless a place is called after it.</summary>
    public bool IsSure => _word.May(Sense.Given | Sense.Surname) && !_word.Is(Shape.WordWithS) && !IsPlace;

    /// <summary>"mrs patel", "miss hope"; not "i miss hope" and "the dr said".</summary>
    public bool IsTitled =>
        (_before.May(Sense.Title) && !_word.May(Sense.Small | Sense.NameWord))
        || (_before.May(Sense.MaybeTitle) && !_before2.May(Sense.Pronoun) && (_word.May(AnyName) || _word.Is(Shape.Initial) || (_word.IsUnknown && !_before2.May(Sense.Determiner))));

    /// <summary>"may's mum", "graces mum", "zaynabs mum".</summary>
    public bool IsWhose => _next.May(Sense.Relation) && !_before.May(Sense.Determiner)
        && !_before.May(Sense.Saint) && (_word.May(AnyName) || _word.IsUnknown) && _word.Is(Shape.RunOn | Shape.Possessive);

    /// <summary>"called maisie", "her name is grace", "hi its rose"; not "an app called yolo".</summary>
    public bool IsCalled => !IsVerb && ((_before.May(Sense.Called) && !_before2.May(Sense.Thing))
        || (_before.May(Sense.Being) && _before2.May(Sense.NameWord | Sense.Greeting))
        || (_before.May(Sense.NameWord) && _before2.May(Sense.Determiner) && !_word.May(Sense.Doing)));

    /// <summary>Whether a name that is also a word is meant as a name here.</summary>
    public bool IsMeant => !IsVerb && !IsPlace && (IsCalled || IsGreeted || IsAddressed || Acts || IsOfYear || HasRole || IsCapital || IsPair);

    public bool IsCapital => _word.Is(Shape.Capital) && !_word.Is(Shape.FirstOfSentence) && !_word.May(Sense.Calendar) && !IsPlace
        && !_before.May(Sense.Determiner | Sense.At | Sense.Thing) && !(_word.May(Sense.Town) && _before.May(Sense.Where)) && !IsHeading(_next) && !IsHeading(_before);

    /// <summary>Only people post, and are told.</summary>
    public bool Acts => _next.May(Sense.Acts) && !_before.May(Sense.Determiner | Sense.At | Sense.Pronoun) && !IsHeading(_before);

    public bool IsAddressed => _before.May(Sense.Addresses) && !_before2.May(Sense.Determiner);

    /// <summary>"grace in year 2", "jess from the kitchen".</summary>
    public bool IsOfYear => _next.May(Sense.Where) && !_before.May(Sense.Determiner)
        && (_next2.May(Sense.Place) || (_next2.May(Sense.Determiner) && _next3.May(Sense.Place)));

    public bool IsBesideRelation => _next.May(Sense.Relation) && !_before.May(Sense.Determiner);

    /// <summary>"will be", "may i", "mark the"; but "tell mark the time".</summary>
    private bool IsVerb => _word.May(Sense.Doing) && (_word.May(Sense.Modal) || !_before.May(Sense.Addresses))
        && (_next.May(Sense.Pronoun | Sense.Determiner) || (_next.May(Sense.Small) && !_next.May(Sense.Where | Sense.Link)));

    /// <summary>"St Mary's", "Victoria Road", "Oak class": a place or a thing that carries a name.</summary>
    private bool IsPlace => _before.May(Sense.Saint) || (_next.May(Sense.Named) && !_word.Is(Shape.Possessive | Shape.RunOn));

    private bool IsGreeted => _before.May(Sense.Greeting) && _word.May(Sense.MaybeGiven) && !_word.May(Sense.Doing | Sense.Calendar);

    private bool HasRole => _before.May(Sense.Role) && !_before.Is(Shape.Possessive) && _word.May(Sense.MaybeGiven) && !_word.May(Sense.Doing | Sense.Calendar);

    /// <summary>"xiu ying": two that may be names and are no words.</summary>
    private bool IsPair => IsForeign(_word) && (IsForeign(_next) || IsForeign(_before));

    private static bool IsForeign(Word word) => word.May(AnyName) && !word.IsEverydayWord && !word.Is(Shape.Initial);

    /// <summary>"Rose Class", "Safeguarding Lead": capitals by the pair.</summary>
    private static bool IsHeading(Word other) => other.Is(Shape.Capital) && !other.Is(Shape.FirstOfSentence) && other.May(Sense.Word) && !other.May(AnyName);

    private static Word At(ReadOnlySpan<Word> words, int at, int joinedAt) =>
        at >= 0 && at < words.Length && words[joinedAt].Gap is Gap.Space ? words[at] : default;
}
