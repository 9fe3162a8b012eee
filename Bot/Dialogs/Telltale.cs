using System.Collections.Concurrent;
using PolicyBot.Answers;
using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>
/// The words by which a story gives itself away: concepts of the policy's words.yaml (when, unless), or phrases listed on
/// the spot (words), which may use the lists of <see cref="SharedPhrases"/>. "^" in a phrase is the beginning of the story.
/// A phrase is passed over where a longer one under "hides" stands: "can i put it on" hides "i put it on". Where a phrase
/// under "against" is said, nothing is told, by concepts neither. What stands behind a "not" tells nothing.
/// </summary>
/// <param name="Phrases">Those listed on the spot; each telltale has its own, so that none hides another's.</param>
internal sealed record Telltale(Condition Condition, Lexicon? Phrases)
{
    /// <summary>The keys under which phrases are listed.</summary>
    private const string Said = "words", Hiding = "hides", Against = "against";

    public static IReadOnlyList<string> Keys { get; } = ["when", "unless", Said, Hiding, Against];

    /// <param name="read">Reads a phrase, which may make several.</param>
    public static Lexicon? LexiconOf(AuthoredEntry entry, Func<AuthoredEntry, IReadOnlyList<Phrase>> read)
    {
        var lexicon = new Lexicon();
        foreach (var key in (string[])[Said, Hiding, Against])
            foreach (var phrase in entry.Items(key).SelectMany(read))
                lexicon.Add(key, phrase);

        return lexicon.Concepts.Count == 0 ? null : lexicon;
    }

    public bool IsIn(Story story)
    {
        var hits = Phrases?.FindIn(story.FromBeginning);
        var (isSaid, isAgainst) = (Says(story, hits, Said), Says(story, hits, Against));
        return !isAgainst && (isSaid || Condition.AllOf.Count > 0)
            && (Condition.HoldsOutright(story.Concepts) || (isSaid && !Condition.NoneOf.Any(all => all.All(story.Concepts.Affirms))));
    }

    /// <summary>Whether a story is told by this, and says nothing else but empty words.</summary>
    public bool IsAllOf(Story story, IReadOnlySet<string> empty)
    {
        if (!IsIn(story) || Phrases?.FindIn(story.FromBeginning) is not { } hits)
            return false;

        var said = hits.FindAll(hit => hit.Concept == Phrases.Number(Said));
        return story.FromBeginning.Index().Skip(1).All(word => empty.Contains(word.Item) || said.Exists(hit => hit.Start <= word.Index && word.Index < hit.End));
    }

    private bool Says(Story story, List<ConceptHit>? hits, string key) =>
        hits is { Count: > 0 } && hits.Exists(hit => hit.Concept == Phrases!.Number(key) && !story.IsDenied(hit));
}

/// <summary>A message read for scenarios.</summary>
internal sealed record Story(Message Message)
{
    public IReadOnlyList<string> Words => Message.Words;

    public ConceptSet Concepts => Message.Concepts;

    /// <summary>With these a phrase begins anew, and a "not" before it is over: "nobody in the photo, can i post it".</summary>
    private static readonly HashSet<string> Anew = ["i", "we", "only", "just", "can", "could", "may", "should"];

    private static readonly HashSet<string> Denying = ["no", "not", "nobody", "nothing", "none", "never", "without", "nowt"];

    /// <summary>The words behind a mark for the beginning.</summary>
    public IReadOnlyList<string> FromBeginning { get; } = [SharedPhrases.Beginning, .. Message.Words];

    /// <summary>Whether a phrase found in <see cref="FromBeginning"/> is denied. What denies by itself is not: "cant stand me, no threats".</summary>
    public bool IsDenied(ConceptHit hit) => ConceptSet.IsDenied(FromBeginning, hit.Start)
        && !Anew.Contains(FromBeginning[hit.Start]) && !FromBeginning.Take(hit.Start..hit.End).Any(Denying.Contains);
}

/// <summary>Reads messages and the telltales of authored files with the same eyes.</summary>
internal sealed class StoryReader(AnswerEngine engine)
{
    private readonly SharedPhrases _shared = new(word => [.. engine.WordsOf(word)]);

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _authored = new(StringComparer.Ordinal);

    /// <summary>The words of a text that the school wrote, such as a button's: read once.</summary>
    public IReadOnlyList<string> WordsOf(string authored) => _authored.GetOrAdd(authored, engine.WordsOf);

    public void Share(AuthoredEntry phrases) => _shared.Add(phrases);

    public Story Read(string text) => new(engine.Read(text));

    /// <summary>The telltale written in an entry: its condition and its phrases.</summary>
    /// <returns>Null where the entry lists nothing.</returns>
    public Telltale? TelltaleOf(AuthoredEntry entry)
    {
        var telltale = new Telltale(Condition.From(entry, engine.Lexicon), Telltale.LexiconOf(entry, _shared.PhrasesOf));
        if (telltale.Condition.AllOf.Count > 0 || entry.Items("words").Any())
            return telltale;

        if (telltale.Condition.NoneOf.Count > 0 || telltale.Phrases is not null)
            entry.Complain("'unless', 'hides' and 'against' alone tell nothing. Write 'when' or 'words' beside them.");

        return null;
    }
}
