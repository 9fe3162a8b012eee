using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers.Knowledge;

/// <summary>
/// Which concepts a message must hold, and which it must not, for a rule to fit. Written as
/// <c>when: [photo, child|club]</c> (all of these; of "child|club" either) and <c>unless: [empty-room]</c>.
/// </summary>
internal sealed record Condition(IReadOnlyList<int[]> AllOf, IReadOnlyList<int[]> NoneOf)
{
    public IEnumerable<int> Concepts => AllOf.Concat(NoneOf).SelectMany(numbers => numbers);

    /// <summary>Whether a rule fits that forbids or tells: a mention is enough, and only what is affirmed excuses.</summary>
    public bool Holds(ConceptSet concepts) =>
        AllOf.All(either => either.Any(concepts.Holds)) && !NoneOf.Any(all => all.All(concepts.Affirms));

    /// <summary>Whether a rule fits that permits: what it asks for must be affirmed, and a mention is enough against it.</summary>
    public bool HoldsToPermit(ConceptSet concepts) =>
        AllOf.All(either => either.Any(concepts.Affirms)) && !NoneOf.Any(all => all.All(concepts.Holds));

    /// <summary>Whether a barrier stands: all it asks for is affirmed. "No photo of the club" shows none.</summary>
    public bool HoldsOutright(ConceptSet concepts) =>
        AllOf.All(either => either.Any(concepts.Affirms)) && !NoneOf.Any(all => all.All(concepts.Affirms));

    public static Condition From(AuthoredEntry entry, Lexicon lexicon) => new(
        [.. entry.Items("when").Select(item => Numbers(item, '|', lexicon))],
        [.. entry.Items("unless").Select(item => Numbers(item, '+', lexicon))]);

    /// <summary>The number of the concept a file names.</summary>
    public static int NumberOf(string name, AuthoredEntry item, Lexicon lexicon)
    {
        var number = lexicon.Number(name);
        if (number < 0)
            item.Complain($"no words are written for '{name}'. Add it to words.yaml, or mend its name here.");

        return number;
    }

    private static int[] Numbers(AuthoredEntry item, char separator, Lexicon lexicon) =>
        [.. (item.Value ?? "").Split(separator, StringSplitOptions.TrimEntries).Select(name => NumberOf(name, item, lexicon))];
}
