using PolicyBot.Acknowledgements.Calendar;

namespace PolicyBot.Acknowledgements.People;

/// <summary>Anybody who works at the club, paid or not. The name may change; the id changes once at most, from an email to an id.</summary>
internal sealed record StaffMember(PersonId Id, string Name, PersonKind Kind)
{
    /// <summary>Ids under which the person was known before: entries of the register are never changed, and those stand under them.</summary>
    public IReadOnlyList<PersonId> EarlierIds { get; init; } = [];

    public string? Email { get; init; }

    /// <summary>The first day; null where the person was there before anybody wrote it down.</summary>
    public DateOnly? Starts { get; init; }

    /// <summary>The last day, still worked.</summary>
    public DateOnly? Ends { get; init; }

    public IReadOnlyList<DayRange> Leaves { get; init; } = [];

    public WorkingDays WorkingDays { get; init; } = WorkingDays.MondayToFriday;

    /// <summary>A leaver on leave has left: the end of the work ends the leave too.</summary>
    public Standing StandingOn(DateOnly day) =>
        day < Starts ? Standing.NotYet
        : day > Ends ? Standing.Left
        : Leaves.Any(leave => leave.Includes(day)) ? Standing.OnLeave
        : Standing.Working;

    /// <returns>In words, each fact but the name that is not as it was.</returns>
    public IReadOnlyList<string> ChangesSince(StaffMember earlier) =>
    [
        .. Changed("type", Kind == earlier.Kind),
        .. Changed("email", string.Equals(Email, earlier.Email, StringComparison.OrdinalIgnoreCase)),
        .. Changed("start date", Starts == earlier.Starts),
        .. Changed("end date", Ends == earlier.Ends),
        .. Changed("leave", Leaves.SequenceEqual(earlier.Leaves)),
        .. Changed("working days or hours", WorkingDays == earlier.WorkingDays),
    ];

    private static string[] Changed(string fact, bool isSame) => isSame ? [] : [fact];
}
