using PolicyBot.Answers;
using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>
/// The words by which a story gives itself away: concepts of the policy's words.yaml (when, unless), or phrases listed on
/// the spot (words). What stands behind a "not" tells nothing.
/// </summary>
/// <param name="Words">The number of the phrases listed on the spot, or -1 where there are none.</param>
internal sealed record Telltale(Condition Condition, int Words)
{
    public bool IsIn(Story story) =>
        Condition.HoldsOutright(story.Concepts) && (Condition.AllOf.Count > 0 || story.Own.Affirms(Words))
        || (Words >= 0 && story.Own.Affirms(Words) && !Condition.NoneOf.Any(all => all.All(story.Concepts.Affirms)));
}

/// <summary>A message read for scenarios.</summary>
/// <param name="Own">The phrases that scenarios list on the spot.</param>
internal sealed record Story(IReadOnlyList<string> Words, ConceptSet Concepts, ConceptSet Own);

/// <summary>Reads messages with the words of the policies and those that scenarios list on the spot.</summary>
internal sealed class StoryReader(AnswerEngine engine)
{
    private readonly Lexicon _own = new();

    public Story Read(string text)
    {
        var message = engine.Read(text);
        var hits = _own.FindIn(message.Words).ConvertAll(hit => hit with { IsDenied = ConceptSet.IsDenied(message.Words, hit.Start) });
        return new Story(message.Words, message.Concepts, new ConceptSet(hits, _own.Concepts.Count));
    }

    /// <summary>The telltale written in an entry: when, unless, words.</summary>
    /// <param name="name">Of what it tells, one of a kind.</param>
    /// <returns>Null where the entry lists nothing.</returns>
    public Telltale? TelltaleOf(AuthoredEntry entry, string name)
    {
        var condition = Condition.From(entry, engine.Lexicon);
        var phrases = entry.Texts("words");
        foreach (var phrase in phrases)
            _own.Add(name, WordsFile.Places(phrase, choice => [.. engine.Read(choice).Words]));

        return condition.AllOf.Count == 0 && phrases.Count == 0 ? null : new Telltale(condition, phrases.Count == 0 ? -1 : _own.Number(name));
    }
}
