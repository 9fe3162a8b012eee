using PolicyBot.Answers;
using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>
/// The words by which a story gives itself away: concepts of the policy's words.yaml (when, unless), or phrases listed on
/// the spot (words). What stands behind a "not" tells nothing.
/// </summary>
/// <param name="Phrases">Those listed on the spot; each telltale has its own, so that none hides another's.</param>
internal sealed record Telltale(Condition Condition, Lexicon? Phrases)
{
    public bool IsIn(Story story) =>
        Condition.HoldsOutright(story.Concepts) && (Condition.AllOf.Count > 0 || IsSaid(story))
        || (IsSaid(story) && !Condition.NoneOf.Any(all => all.All(story.Concepts.Affirms)));

    private bool IsSaid(Story story) => Phrases?.FindIn(story.Words).Exists(hit => !ConceptSet.IsDenied(story.Words, hit.Start)) == true;
}

/// <summary>A message read for scenarios.</summary>
internal sealed record Story(IReadOnlyList<string> Words, ConceptSet Concepts)
{
    public Story(Message message)
        : this(message.Words, message.Concepts)
    {
    }
}

/// <summary>Reads messages and the telltales of authored files with the same eyes.</summary>
internal sealed class StoryReader(AnswerEngine engine)
{
    public Story Read(string text) => new(engine.Read(text));

    /// <summary>The telltale written in an entry: when, unless, words.</summary>
    /// <returns>Null where the entry lists nothing.</returns>
    public Telltale? TelltaleOf(AuthoredEntry entry)
    {
        var (condition, phrases) = (Condition.From(entry, engine.Lexicon), entry.Texts("words"));
        if (condition.AllOf.Count == 0 && phrases.Count == 0)
        {
            if (condition.NoneOf.Count > 0)
                entry.Complain("'unless' alone tells nothing. Write 'when' or 'words' beside it.");

            return null;
        }

        return new Telltale(condition, phrases.Count == 0 ? null : LexiconOf(phrases));
    }

    private Lexicon LexiconOf(IReadOnlyList<string> phrases)
    {
        var lexicon = new Lexicon();
        foreach (var phrase in phrases)
            lexicon.Add("said", WordsFile.Places(phrase, choice => [.. engine.Read(choice).Words]));

        return lexicon;
    }
}
