namespace PolicyBot.Acknowledgements.People;

/// <summary>The people of the club by their ids, in the order in which they were listed.</summary>
internal sealed class Roster
{
    private readonly Dictionary<PersonId, StaffMember> _byId;
    private readonly Dictionary<PersonId, StaffMember> _byEarlierId = [];

    /// <exception cref="ArgumentException">Two of the people have one id.</exception>
    public Roster(IEnumerable<StaffMember> people)
    {
        People = [.. people];
        _byId = People.ToDictionary(person => person.Id);
        foreach (var person in People)
            foreach (var id in person.EarlierIds)
                _byEarlierId.TryAdd(id, person);
    }

    public IReadOnlyList<StaffMember> People { get; }

    /// <summary>Of what it was listed in a word, such as "team", which knows names and emails and no more; null for a file.</summary>
    public string? Group { get; init; }

    public StaffMember? Find(PersonId id) => _byId.GetValueOrDefault(id);

    /// <returns>Whoever has the id, or had it before.</returns>
    public StaffMember? FindEver(PersonId id) => Find(id) ?? _byEarlierId.GetValueOrDefault(id);

    public RosterDay On(DateOnly day)
    {
        var standing = People.ToLookup(person => person.StandingOn(day));
        return new RosterDay(
            day,
            Working: [.. standing[Standing.Working]],
            OnLeave: [.. standing[Standing.OnLeave]],
            NotYet: [.. standing[Standing.NotYet]],
            Left: [.. standing[Standing.Left]]);
    }

    /// <summary>People are matched by id and not by name, and who has an id instead of an email is still who they were.</summary>
    public static RosterComparison Compare(Roster earlier, Roster later)
    {
        var recognised = Recognition.Of(earlier, later);
        if (recognised.Faults.Count > 0)
            return new RosterComparison([], [], [], []) { Later = later, Faults = recognised.Faults };

        var (now, before) = (recognised.People, recognised.NewIds.ToDictionary(each => each.Now.Id, each => each.Before));
        var gone = recognised.NewIds.Select(each => each.Before.Id).ToHashSet();
        var stayed = now.People.Select(person => (Before: earlier.Find(person.Id) ?? before.GetValueOrDefault(person.Id), Now: person))
            .Where(pair => pair.Before is not null).Select(pair => (Before: pair.Before!, pair.Now)).ToList();
        return new RosterComparison(
            Joined: [.. now.People.Where(person => earlier.Find(person.Id) is null && !before.ContainsKey(person.Id))],
            Left: [.. earlier.People.Where(person => now.Find(person.Id) is null && !gone.Contains(person.Id))],
            Renamed: [.. stayed.Where(pair => pair.Now.Name != pair.Before.Name)
                .Select(pair => new Renaming(pair.Before, pair.Now))],
            Changed: [.. stayed
                .Select(pair => new FactChange(pair.Before, pair.Now, pair.Now.ChangesSince(pair.Before)))
                .Where(change => change.What is not [])])
        {
            Later = now,
            NewIds = recognised.NewIds,
        };
    }
}
