namespace PolicyBot.Acknowledgements.People;

/// <summary>The people of the club by their ids, in the order in which they were listed.</summary>
internal sealed class Roster
{
    private readonly Dictionary<PersonId, StaffMember> _byId;

    /// <exception cref="ArgumentException">Two of the people have one id.</exception>
    public Roster(IEnumerable<StaffMember> people)
    {
        People = [.. people];
        _byId = People.ToDictionary(person => person.Id);
    }

    public IReadOnlyList<StaffMember> People { get; }

    public StaffMember? Find(PersonId id) => _byId.GetValueOrDefault(id);

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

    /// <summary>People are matched by id alone, so that a new name is not a new person.</summary>
    public static RosterComparison Compare(Roster earlier, Roster later)
    {
        var stayed = later.People.Select(now => (Before: earlier.Find(now.Id), Now: now))
            .Where(pair => pair.Before is not null).Select(pair => (Before: pair.Before!, pair.Now)).ToList();
        return new RosterComparison(
            Joined: [.. later.People.Where(person => earlier.Find(person.Id) is null)],
            Left: [.. earlier.People.Where(person => later.Find(person.Id) is null)],
            Renamed: [.. stayed.Where(pair => pair.Now.Name != pair.Before.Name)
                .Select(pair => new Renaming(pair.Before, pair.Now))],
            Changed: [.. stayed
                .Select(pair => new FactChange(pair.Before, pair.Now, pair.Now.ChangesSince(pair.Before)))
                .Where(change => change.What is not [])]);
    }
}
