using PolicyBot.Answers;

namespace PolicyBot.Dialogs;

/// <summary>
/// Hears again, knowing what was asked, a reply that sounds like a worry or like nothing. Alone a few words mean too little:
/// the question gives them their meaning. Where that is in doubt, it is a worry.
/// </summary>
internal sealed class SecondHearing(AnswerReader reader, AnswerEngine engine)
{
    /// <summary>More words say something of their own.</summary>
    private const int Few = 6;

    /// <summary>How like the listed replies of an answer a reply must be, and how much more than those of any other.</summary>
    private const float Like = 0, Lead = .6f;

    /// <summary>How calm a reply must be: where its words are all known to the question, and where not.</summary>
    private const float Bearable = -1.5f, Plainly = .5f;

    private const float Unsettling = -1;

    /// <summary>
    /// The answer that words which sound like a worry are all the same: said in the words of its button or its phrases, like its
    /// listed replies and in their words, or plainly calm.
    /// </summary>
    public FactValue? Merely(Fact fact, Heard heard, bool isCertain) => Outright(fact, heard.Story, isCertain)
        ?? (CalmOf(heard) > Bearable && reader.Knows(fact, heard.Story) ? reader.Like(fact, heard.Story, Like, Lead) : null)
        ?? (CalmOf(heard) > Plainly ? reader.Match(fact, heard.Story, heard.IsQuestion) : null);

    /// <summary>Whether a certain worry might be nothing but an answer, so that it is worth knowing what was asked.</summary>
    public bool MayBeMerely(Fact fact, Heard heard) =>
        CalmOf(heard) > Plainly || reader.Exactly(fact, heard.Story) is not null || Merely(fact, heard, isCertain: true) is not null;

    /// <summary>Whether a reply that sounds like nothing alone is, in answer to a question, a worry rather than an answer.</summary>
    public bool IsUnsettling(Fact fact, Heard heard) => CalmOf(heard) is > float.NegativeInfinity and < Unsettling && !reader.Knows(fact, heard.Story);

    private float CalmOf(Heard heard) => engine.CalmOf(heard.Story.Message);

    /// <summary>A label half said is no more dangerous than the whole; of phrases that tell an answer, nobody knows that.</summary>
    private FactValue? Outright(Fact fact, Story story, bool isCertain) => story.Words.Count <= Few
        && fact.Values.Where(value => reader.IsPartOf(value, story) || (!isCertain && AnswerReader.IsTold(value, story))).ToList() is [var only] ? only : null;
}
