namespace PolicyBot.Acknowledgements.People;

/// <summary>
/// A list from elsewhere as a roster. It knows names and emails and no more: who is new in it is staff, or agency where they
/// are a guest, and who is on the roster already keeps what stands there.
/// </summary>
/// <param name="Roster">Null with a fault: half a list would leave somebody out.</param>
internal sealed record Listing(Roster? Roster, IReadOnlyList<string> Notes, string? Fault)
{
    /// <param name="kind">What the list belongs to, in a word: "team".</param>
    public static async Task<Listing> ReadAsync(IPeopleSource source, string group, string kind, CancellationToken cancellationToken)
    {
        var (people, pages, next) = (new List<ListedPerson>(), new HashSet<string>(StringComparer.Ordinal), default(string));
        do
        {
            switch (await source.ReadAsync(group, next, cancellationToken))
            {
                case PeoplePage.Some page when page.Next is null || pages.Add(page.Next):
                    people.AddRange(page.People);
                    next = page.Next;
                    break;
                case PeoplePage.None none:
                    return Without(none.Why);
                default:
                    return Without($"The list of the {kind} has no end: the same page comes again and again. Try again later.");
            }
        }
        while (next is not null);

        return Of(people, kind);
    }

    private static Listing Of(List<ListedPerson> listed, string kind)
    {
        var known = listed.Where(person => IdOf(person) is not null).DistinctBy(IdOf).ToList();
        return known.Count == 0 ? Without($"Nobody is in the {kind}, or its list says no ids.")
            : new Listing(new Roster(known.Select(Member)) { Group = kind }, [.. NotesOn(listed, known, kind)], null);
    }

    private static Listing Without(string fault) => new(null, [], fault);

    private static IEnumerable<string> NotesOn(List<ListedPerson> listed, List<ListedPerson> known, string kind)
    {
        if (Names(listed.Where(person => IdOf(person) is null)) is { Length: > 0 } nobody)
            yield return $"Left out, for the {kind} says no id of them: {nobody}.";
        if (Names(known.Where(person => person.IsGuest)) is { Length: > 0 } guests)
            yield return $"Guests of the {kind} count as agency, unless the roster says otherwise: {guests}. "
                + "The bot cannot always write to a guest: a round says whom it does not reach.";
    }

    private static StaffMember Member(ListedPerson person) =>
        new(IdOf(person)!.Value, NameOf(person), person.IsGuest ? PersonKind.Agency : PersonKind.Staff) { Email = EmailOf(person) };

    private static PersonId? IdOf(ListedPerson person) => PersonId.TryParse(person.Id, out var id) && id.IsInTeams ? id : null;

    private static string Names(IEnumerable<ListedPerson> people) => string.Join(", ", people.Select(NameOf));

    /// <summary>A name may hold anything, and a roster's is one line.</summary>
    private static string NameOf(ListedPerson person)
    {
        var words = string.Concat((person.Name ?? "").Select(letter => char.IsControl(letter) ? ' ' : letter))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [] ? EmailOf(person) ?? person.Id ?? "somebody without a name" : string.Join(' ', words);
    }

    private static string? EmailOf(ListedPerson person) =>
        person.Email?.Trim() is { } email && email.Contains('@', StringComparison.Ordinal) && !email.Any(char.IsControl) ? email : null;
}
