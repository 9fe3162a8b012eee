namespace PolicyBot.Answers.Reading;

/// <summary>
/// Which concepts a message holds, whatever their place, and which of them it affirms: "I do not know her privately"
/// holds the private acquaintance and does not affirm it.
/// </summary>
internal sealed class ConceptSet
{
    /// <summary>How many words before a concept a denial reaches.</summary>
    private const int Reach = 4;

    private static readonly HashSet<string> Denials =
        ["not", "never", "no", "hardly", "barely", "without", "neither", "nor", "isnt", "nobody", "nothing", "none", "nowt", "nowhere"];

    /// <summary>Where something new is begun, a denial before it is over.</summary>
    private static readonly HashSet<string> Beginnings =
        [
            "and", "but", "with", "so", "because", "though", "if", "when", "just", "only", "except",
            "i", "you", "she", "he", "we", "they", "it", "there", "can", "is",
        ];

    private readonly bool[] _held, _affirmed;

    public ConceptSet(IReadOnlyList<ConceptHit> hits, int size)
    {
        (_held, _affirmed) = (new bool[size], new bool[size]);
        foreach (var hit in hits)
        {
            _held[hit.Concept] = true;
            _affirmed[hit.Concept] |= !hit.IsDenied;
        }
    }

    public bool Holds(int concept) => concept >= 0 && concept < _held.Length && _held[concept];

    public bool Affirms(int concept) => concept >= 0 && concept < _affirmed.Length && _affirmed[concept];

    public static bool IsDenial(string word) => Denials.Contains(word);

    /// <summary>Whether a denial stands shortly before a place in the message.</summary>
    public static bool IsDenied(IReadOnlyList<string> words, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - Reach) && !Beginnings.Contains(words[i]); i--)
            if (Denials.Contains(words[i]))
                return true;

        return false;
    }
}
