using System.Globalization;
using System.Runtime.CompilerServices;
using PolicyBot.Answers.Reading;

namespace PolicyBot.Dialogs;

/// <summary>Reads what somebody typed to a question as one of its answers: typed answers are as good as buttons.</summary>
internal sealed class AnswerReader(StoryReader stories, Phrases phrases)
{
    /// <summary>The part of the words typed that an answer must have in common with them.</summary>
    private const double Alike = .6;

    /// <summary>A longer message is no reply, but a story.</summary>
    private const int Short = 9;

    /// <summary>How like listed replies a reply must be, and how much more than those of any other answer.</summary>
    private const float Sure = .5f, SureLead = 1, Fairly = -.2f, FairlyLead = .5f, Likely = -.4f, LikelyLead = .35f;

    private static readonly HashSet<string> Empty =
        [
            "i", "a", "the", "it", "is", "am", "to", "of", "and", "in", "on", "my", "me", "them", "this", "that", "was", "yes", "no", "not",
            "are", "do", "did", "have", "has", "be", "just", "they", "she", "he", "her", "him", "one", "so", "for", "or", "with", "at",
        ];

    private readonly ConditionalWeakTable<FactValue, HashSet<string>> _wordsOf = [];
    private readonly ConditionalWeakTable<Fact, ReplyReader> _repliesTo = [];

    /// <returns>The answer whose button, or one of whose listed replies, has just these words, or null.</returns>
    public FactValue? Exactly(Fact fact, Story story) =>
        fact.Values.FirstOrDefault(value => IsSame(value.Label, story)) ?? fact.Values.FirstOrDefault(value => value.Typed.Append(value.Short).Any(text => IsSame(text, story)));

    /// <returns>The answer that is meant, or null where none is, or two might be.</returns>
    public FactValue? Match(Fact fact, Story story, bool isQuestion)
    {
        if (Surely(fact, story) is { } sure)
            return sure;
        if (phrases.IsUnsure(story.Words))
            return fact.Value(FactValue.NotSure);
        if (TelltaleOf(fact, story) is { } told)
            return told;
        if (story.Words is [var only] && int.TryParse(only, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number >= 1 && number <= fact.Values.Count ? fact.Values[number - 1] : null;
        if (isQuestion)
            return null;

        return YesOrNo(fact, story) ?? MostAlike(fact, story) ?? Probably(fact, story);
    }

    /// <returns>The answer whose listed replies a message is so like that it can be nothing else, a question neither.</returns>
    public FactValue? Surely(Fact fact, Story story) => Like(fact, story, Sure, SureLead);

    /// <summary>A guess may refuse, never permit: what excuses must be said more plainly.</summary>
    private FactValue? Probably(Fact fact, Story story) =>
        Like(fact, story, Likely, LikelyLead) is { } value && (!fact.IsExcuse(value.Name) || Like(fact, story, Fairly, FairlyLead) is not null) ? value : null;

    public FactValue? Like(Fact fact, Story story, float likeness, float lead) =>
        story.Words.Count <= Short && RepliesTo(fact).MostLike(story) is var most
        && most.Likeness >= likeness && most.Lead >= lead ? most.Value : null;

    /// <returns>The one answer that the words of a story tell, or null.</returns>
    public static FactValue? TelltaleOf(Fact fact, Story story) =>
        fact.Values.Where(value => value.Telltale?.IsIn(story) == true).ToList() is [var only] ? only : null;

    /// <summary>Whether every word of a reply that means anything stands in one that is listed. A word that stands in none may be what matters.</summary>
    public bool Knows(Fact fact, Story story) => RepliesTo(fact).Knows(Telling(story));

    /// <summary>Whether a message says the one answer, and nothing beside it, in words of its button.</summary>
    public bool IsPartOf(FactValue value, Story story)
    {
        var (isDenied, label, brief) = (story.Words.Any(ConceptSet.IsDenial), DeniesIn(value.Label), DeniesIn(value.Short));
        return Telling(story).Any() && Telling(story).All(WordsOf(value).Contains) && (isDenied ? label || brief : !label || !brief);
    }

    /// <summary>Whether phrases that tell an answer are all that a message says.</summary>
    public static bool IsTold(FactValue value, Story story) => value.Telltale?.IsAllOf(story, Empty) == true;

    private bool DeniesIn(string label) => stories.WordsOf(label).Any(ConceptSet.IsDenial);

    private static IEnumerable<string> Telling(Story story) => story.Words.Where(word => !Empty.Contains(word));

    private ReplyReader RepliesTo(Fact fact) => _repliesTo.GetValue(fact, each => ReplyReader.Of(each, stories));

    private FactValue? YesOrNo(Fact fact, Story story)
    {
        var isYes = phrases.IsYes(story.Words);
        if (!isYes && !phrases.IsNo(story.Words))
            return null;

        return fact.Values.Where(value => value.Label.StartsWith(isYes ? "Yes" : "No", StringComparison.Ordinal)
            && (value.Label.Length == (isYes ? 3 : 2) || !char.IsLetter(value.Label[isYes ? 3 : 2]))).ToList() is [var only] ? only : null;
    }

    /// <summary>"Not privately" is like no answer that says "privately": a denial is like answers alone that deny something too.</summary>
    private FactValue? MostAlike(Fact fact, Story story)
    {
        var words = Telling(story).Distinct().ToList();
        var isDenied = story.Words.Any(ConceptSet.IsDenial);
        List<FactValue> values = [.. fact.Values.Where(value => !isDenied || stories.WordsOf($"{value.Label} {value.Short}").Any(ConceptSet.IsDenial))];
        if (words.Count == 0 || values.Count == 0)
            return null;

        var ranked = values.Select(value => (Value: value, Share: words.Count(WordsOf(value).Contains) / (double)words.Count))
            .OrderByDescending(pair => pair.Share).ToList();
        return ranked[0].Share >= Alike && (ranked.Count == 1 || ranked[1].Share < ranked[0].Share) ? ranked[0].Value : null;
    }

    private HashSet<string> WordsOf(FactValue value) => _wordsOf.GetValue(value,
        each => [.. stories.WordsOf($"{each.Label} {each.Short}").Where(word => !Empty.Contains(word))]);

    public bool IsSame(string label, Story story) => stories.WordsOf(label).SequenceEqual(story.Words);
}
