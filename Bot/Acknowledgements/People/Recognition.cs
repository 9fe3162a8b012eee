namespace PolicyBot.Acknowledgements.People;

/// <summary>
/// Who of a later roster is who of the one before, where an email was all that was known of somebody: the one who has an id
/// now, and the one of whom a file has the email only although the roster has the id.
/// </summary>
/// <param name="People">The later roster, with everybody under the id they are to be kept by.</param>
/// <param name="Faults">Where two people come to one: with any of them the others say nothing.</param>
internal sealed record Recognition(Roster People, IReadOnlyList<NewId> NewIds, IReadOnlyList<string> Faults)
{
    public static Recognition Of(Roster earlier, Roster later)
    {
        var byEmail = earlier.People.Where(person => person is { Email: not null, Id.IsEmail: false })
            .ToLookup(person => person.Email!, StringComparer.OrdinalIgnoreCase);
        var met = later.People.Select(person => person.Id.IsEmail ? WithoutId(person, earlier, later, byEmail) : WithId(person, earlier, later)).ToList();
        List<string> faults = [.. met.Select(each => each.Fault).OfType<string>(), .. Doubled(met)];
        return faults.Count > 0
            ? new Recognition(later, [], faults)
            : new Recognition(
                new Roster(met.Select(each => each.Now)) { Group = later.Group },
                [.. met.Where(each => each.ByEmail is not null).Select(each => new NewId(each.ByEmail!, each.Now))], []);
    }

    /// <summary>What stood under the email alone is theirs, unless the email is listed as somebody of its own.</summary>
    private static Meeting WithId(StaffMember person, Roster earlier, Roster later)
    {
        var before = earlier.Find(person.Id);
        var byEmail = person.Email is { } email && PersonId.FromEmail(email) is var mail && later.Find(mail) is null ? earlier.Find(mail) : null;
        var earlierIds = before?.EarlierIds ?? [];
        if (byEmail is not null)
            earlierIds = [.. earlierIds.Concat([.. byEmail.EarlierIds, byEmail.Id]).Distinct()];

        return new Meeting(Kept(person, before ?? byEmail, later) with { EarlierIds = earlierIds }, byEmail, null);
    }

    /// <summary>A file without ids, brought in after one that had them, means the same people.</summary>
    private static Meeting WithoutId(StaffMember person, Roster earlier, Roster later, ILookup<string, StaffMember> byEmail)
    {
        if (earlier.Find(person.Id) is { } same)
            return new Meeting(person with { EarlierIds = same.EarlierIds }, null, null);
        if (earlier.FindEver(person.Id) is { } other && later.Find(other.Id) is not null)
            return new Meeting(person, null, $"The email {person.Email} stood for {other.Name} before {other.Name} had an id, and now for {person.Name}. Write an id for {person.Name}.");

        var known = earlier.FindEver(person.Id) ?? (byEmail[person.Email ?? ""].ToList() is [var only] && later.Find(only.Id) is null ? only : null);
        return new Meeting(known is null ? person : person with { Id = known.Id, EarlierIds = known.EarlierIds }, null, null);
    }

    /// <summary>A list of a group knows nothing that could take the place of what the roster says.</summary>
    private static StaffMember Kept(StaffMember person, StaffMember? before, Roster later) => later.Group is null || before is null
        ? person
        : before with { Id = person.Id, Name = person.Name, Email = person.Email ?? before.Email };

    private static IEnumerable<string> Doubled(IReadOnlyList<Meeting> met) =>
    [
        .. met.Where(each => each.ByEmail is not null).GroupBy(each => each.ByEmail!.Id).Where(same => same.Count() > 1)
            .Select(same => $"{Names(same)} have one email, by which alone {same.First().ByEmail!.Name} was known. Leave it out for whoever is not {same.First().ByEmail!.Name}."),
        .. met.GroupBy(each => each.Now.Id).Where(same => same.Count() > 1)
            .Select(same => $"{Names(same)} are one person by their emails. Write an id for each of them."),
    ];

    private static string Names(IEnumerable<Meeting> people) => string.Join(" and ", people.Select(each => each.Now.Name));

    /// <param name="ByEmail">Whom the roster has by the email alone.</param>
    private sealed record Meeting(StaffMember Now, StaffMember? ByEmail, string? Fault);
}
