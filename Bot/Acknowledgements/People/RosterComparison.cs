namespace PolicyBot.Acknowledgements.People;

/// <summary>What a later roster has otherwise. With a new name and a new email somebody is in both lists.</summary>
/// <param name="Left">No longer in the file, which is not yet the same as having left the club.</param>
internal sealed record RosterComparison(
    IReadOnlyList<StaffMember> Joined,
    IReadOnlyList<StaffMember> Left,
    IReadOnlyList<Renaming> Renamed,
    IReadOnlyList<FactChange> Changed)
{
    /// <returns>For the manager, a sentence for each person and matter.</returns>
    public IEnumerable<string> Sentences() => Matters().SelectMany(sentences => sentences);

    /// <returns>The sentences matter by matter: among many who are new, the one who is missing is not overlooked.</returns>
    public IEnumerable<IEnumerable<string>> Matters() =>
    [
        Joined.Select(person => $"{person.Name} is new in the file."),
        Left.Select(person => $"{person.Name} is no longer in the file. "
            + "If they have left, put them back with their last day under Ends."),
        Renamed.Select(pair => $"{pair.Earlier.Name} is now called {pair.Later.Name}."),
        Changed.Select(change => $"{change.Later.Name}: changed {string.Join(", ", change.What)}."),
    ];
}

internal sealed record Renaming(StaffMember Earlier, StaffMember Later);

/// <param name="What">In words, such as "email" and "leave".</param>
internal sealed record FactChange(StaffMember Earlier, StaffMember Later, IReadOnlyList<string> What);
