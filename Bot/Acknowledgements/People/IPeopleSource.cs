namespace PolicyBot.Acknowledgements.People;

/// <summary>Where people come from other than from a file: a list that is kept elsewhere, such as that of a team, page by page.</summary>
internal interface IPeopleSource
{
    /// <param name="group">Which list, by its id there.</param>
    /// <param name="next">What the page before named as the next; null for the first.</param>
    Task<PeoplePage> ReadAsync(string group, string? next, CancellationToken cancellationToken);
}

/// <summary>One page of a list, or why there is none.</summary>
internal abstract record PeoplePage
{
    private PeoplePage()
    {
    }

    /// <param name="Next">Null on the last page.</param>
    internal sealed record Some(IReadOnlyList<ListedPerson> People, string? Next) : PeoplePage;

    /// <param name="Why">With what to do, in a sentence each.</param>
    internal sealed record None(string Why) : PeoplePage;
}

/// <param name="Id">The Entra object id; null where the list does not say it.</param>
/// <param name="IsGuest">From outside of the school's own directory.</param>
internal sealed record ListedPerson(string? Id, string? Name, string? Email, bool IsGuest)
{
    /// <summary>A guest's sign-in name in the school's directory is nobody's address.</summary>
    public static string? AddressIn(string? signIn) => signIn?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) == true ? null : signIn;
}
