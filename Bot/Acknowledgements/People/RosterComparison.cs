namespace PolicyBot.Acknowledgements.People;

/// <summary>What a later roster has otherwise. With a new name and a new email somebody is in both lists.</summary>
/// <param name="Left">No longer in the file, which is not yet the same as having left the club.</param>
internal sealed record RosterComparison(
    IReadOnlyList<StaffMember> Joined,
    IReadOnlyList<StaffMember> Left,
    IReadOnlyList<Renaming> Renamed,
    IReadOnlyList<FactChange> Changed)
{
    /// <summary>Everybody as they are to be kept: under the id they have now, with the ids they had before.</summary>
    public required Roster Later { get; init; }

    public IReadOnlyList<NewId> NewIds { get; init; } = [];

    /// <summary>Why it cannot be brought in: it does not tell who is who.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    private string Place => Later.Group ?? "file";

    private string OnceTheyHaveLeft => Later.Group is null
        ? "put them back with their last day under Ends."
        : "bring in a file that has their last day under Ends.";

    /// <returns>For the manager, a sentence for each person and matter.</returns>
    public IEnumerable<string> Sentences() => Matters().SelectMany(sentences => sentences);

    /// <returns>The sentences matter by matter: among many who are new, the one who is missing is not overlooked.</returns>
    public IEnumerable<IEnumerable<string>> Matters() =>
    [
        Joined.Select(person => $"{person.Name} is new in the {Place}."),
        Left.Select(person => $"{person.Name} is no longer in the {Place}. If they have left, {OnceTheyHaveLeft}"),
        NewIds.Select(each => $"{each.Now.Name} was known by the email {each.Before.Email ?? each.Before.Id.Value} only and has an id now: "
            + "what they have signed stays theirs."),
        Renamed.Select(pair => $"{pair.Earlier.Name} is now called {pair.Later.Name}."),
        Changed.Select(change => $"{change.Later.Name}: changed {string.Join(", ", change.What)}."),
    ];
}

internal sealed record Renaming(StaffMember Earlier, StaffMember Later);

/// <summary>Somebody of whom only an email was known has an id now.</summary>
/// <param name="Before">On the roster until now, by the email.</param>
internal sealed record NewId(StaffMember Before, StaffMember Now);

/// <param name="What">In words, such as "email" and "leave".</param>
internal sealed record FactChange(StaffMember Earlier, StaffMember Later, IReadOnlyList<string> What);
