namespace PolicyBot.Answers.Reading;

/// <summary>
/// A phrase as its places, not as every sequence of words that they make: five places of thirty choices are 150 of them,
/// not 24 million.
/// </summary>
internal sealed record Phrase(int Concept, IReadOnlyList<WordChoices> Places)
{
    /// <summary>One of several that are written as one, of which another has a gap.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Whether it may be found within others and beside them, as one with a gap is.</summary>
    public bool HidesNothing => IsLoose || Places.Any(place => place.HasGap);

    public IEnumerable<string> FirstWords => Places
        .Take(1 + Places.TakeWhile(place => place.MayBeLeftOut).Count())
        .SelectMany(place => place.FirstWords).Distinct();

    /// <summary>Whether nothing need follow the places before this one.</summary>
    public bool MayEndBefore(int place)
    {
        for (; place < Places.Count; place++)
            if (!Places[place].MayBeLeftOut)
                return false;

        return true;
    }
}
