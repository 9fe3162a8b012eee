namespace PolicyBot.Acknowledgements.People;

/// <summary>On which line each person stands, so that nobody is in a file twice.</summary>
internal sealed class SeenPeople
{
    private readonly Dictionary<PersonId, Place> _byId = [];
    private readonly Dictionary<string, Place> _byEmail = new(StringComparer.OrdinalIgnoreCase);

    public void Add(StaffMember person, int lineNumber, RosterLine line)
    {
        var place = new Place(person, lineNumber);
        if (!_byId.TryAdd(person.Id, place))
            line.Complain(RosterColumn.Id, $"{Same(person)} {_byId[person.Id]}, and here on line {lineNumber}. "
                + "Each person has one line: take one of the two out, or correct it.");
        else if (person.Email is { } email && !_byEmail.TryAdd(email, place))
            CheckEmail(person, _byEmail[email], lineNumber, line);
    }

    /// <summary>Two people may share a mailbox, but not where it is all that says who one of them is.</summary>
    private static void CheckEmail(StaffMember person, Place other, int lineNumber, RosterLine line)
    {
        if (person.Id.IsEmail || other.Person.Id.IsEmail)
            line.Complain(RosterColumn.Email, $"{person.Email} {other}, and here on line {lineNumber}. "
                + "One of the two has no id: write it, or take the line out.");
    }

    private static string Same(StaffMember person) =>
        person is { Id.IsEmail: true, Email: { } email } ? $"the email {email}" : $"the id {person.Id}";

    private sealed record Place(StaffMember Person, int Line)
    {
        public override string ToString() => $"is on line {Line} too, for {Person.Name}";
    }
}
