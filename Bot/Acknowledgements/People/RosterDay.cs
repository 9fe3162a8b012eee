namespace PolicyBot.Acknowledgements.People;

/// <summary>Everybody of a roster on one day, each in exactly one list.</summary>
/// <param name="Working">Who must acknowledge.</param>
/// <param name="OnLeave">Who must acknowledge once they are back.</param>
internal sealed record RosterDay(
    DateOnly Day,
    IReadOnlyList<StaffMember> Working,
    IReadOnlyList<StaffMember> OnLeave,
    IReadOnlyList<StaffMember> NotYet,
    IReadOnlyList<StaffMember> Left);
