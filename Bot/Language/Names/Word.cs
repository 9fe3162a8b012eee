namespace PolicyBot.Language.Names;

/// <summary>A word of a text: where it stands, what it may be, and how it hangs together with the next.</summary>
internal readonly record struct Word(int Start, int Length, Sense Senses, Shape Shape, Gap Gap)
{
    public int End => Start + Length;

    public bool May(Sense any) => (Senses & any) != 0;

    public bool Is(Shape any) => (Shape & any) != 0;

    public bool IsEverydayWord => May(Sense.Word | Sense.Small);

    /// <summary>Neither word nor name, as far as anybody has written down.</summary>
    public bool IsUnknown => !May(Sense.Word | Sense.Given | Sense.MaybeGiven | Sense.Surname | Sense.MaybeSurname | Sense.Small);
}

[Flags]
internal enum Shape
{
    Plain = 0,

    /// <summary>A capital and small letters, within a text that is not all capitals.</summary>
    Capital = 1,

    FirstOfSentence = 2,

    /// <summary>'s stands behind it.</summary>
    Possessive = 4,

    /// <summary>Its senses are those of the word without the s at its end: "leos".</summary>
    RunOn = 8,

    /// <summary>With its s it is an everyday word as well: "wills".</summary>
    WordWithS = 16,

    /// <summary>Part of a phrase that names nobody.</summary>
    InPhrase = 32,

    /// <summary>One letter that may stand for a surname.</summary>
    Initial = 64,
}

/// <summary>What stands between a word and the next.</summary>
internal enum Gap
{
    Space,
    Comma,
    Link,
    Break,
}
