namespace PolicyBot.Language.Names;

/// <summary>What a word may be. Most words are one thing; "rose" is a word and, with the right neighbours, a girl.</summary>
[Flags]
internal enum Sense : long
{
    None = 0,

    /// <summary>An everyday word, town, brand or platform.</summary>
    Word = 1,

    Given = 1L << 1,
    MaybeGiven = 1L << 2,
    Surname = 1L << 3,
    MaybeSurname = 1L << 4,

    /// <summary>"mrs": whoever follows is somebody.</summary>
    Title = 1L << 5,

    /// <summary>"mum": whose she is stands before.</summary>
    Relation = 1L << 6,

    /// <summary>"girl", "cook": who it is may follow.</summary>
    Role = 1L << 7,

    /// <summary>"said", "posted": only people do that.</summary>
    Acts = 1L << 8,

    /// <summary>"ask", "tell": done to people.</summary>
    Addresses = 1L << 9,

    /// <summary>"called", "named".</summary>
    Called = 1L << 10,

    /// <summary>"app", "page": what is called so is no person.</summary>
    Thing = 1L << 11,

    /// <summary>"the", "my": no name follows.</summary>
    Determiner = 1L << 12,

    /// <summary>A word of grammar.</summary>
    Small = 1L << 13,

    /// <summary>A name that is above all something one does: "mark", "hope", "will".</summary>
    Doing = 1L << 14,

    /// <summary>Months, days, seasons: a capital says nothing.</summary>
    Calendar = 1L << 15,

    /// <summary>"year", "reception": where somebody is from or in.</summary>
    Place = 1L << 16,

    /// <summary>"class", "primary": the name before it is a place's.</summary>
    Named = 1L << 17,

    Saint = 1L << 18,
    Particle = 1L << 19,
    Greeting = 1L << 20,
    Pronoun = 1L << 21,

    /// <summary>"and", "&amp;": what stands beside a name is one more likely.</summary>
    Link = 1L << 22,

    /// <summary>"in", "from", "to": may follow a name.</summary>
    Where = 1L << 23,

    /// <summary>"kids", "minutes": what is counted.</summary>
    Crowd = 1L << 24,

    /// <summary>The first word of a phrase in phrases.txt.</summary>
    Phrase = 1L << 25,

    /// <summary>"miss", "dr": a title, or a verb or a person without a name.</summary>
    MaybeTitle = 1L << 26,

    /// <summary>"name", "names".</summary>
    NameWord = 1L << 27,

    /// <summary>"is", "its".</summary>
    Being = 1L << 28,

    /// <summary>"in", "at": a place follows rather than a person.</summary>
    At = 1L << 29,

    /// <summary>"were", "both": two stand before.</summary>
    Both = 1L << 30,

    /// <summary>"will", "may".</summary>
    Modal = 1L << 31,

    /// <summary>"paris", "kent": a place, and a person's name.</summary>
    Town = 1L << 32,
}
