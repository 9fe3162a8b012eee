namespace PolicyBot.Answers.Reading;

/// <summary>Which concepts a message holds, whatever their place.</summary>
internal sealed class ConceptSet(int size)
{
    private readonly bool[] _held = new bool[size];

    public static ConceptSet Of(IEnumerable<ConceptHit> hits, int size)
    {
        var set = new ConceptSet(size);
        foreach (var hit in hits)
            set._held[hit.Concept] = true;

        return set;
    }

    public bool Contains(int concept) => concept >= 0 && concept < _held.Length && _held[concept];
}
