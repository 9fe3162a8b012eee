namespace PolicyBot.Acknowledgements.Reports;

/// <summary>The states as a manager reads them, in the order of a report.</summary>
internal static class StateWords
{
    public static IReadOnlyList<PersonState> InOrder { get; } =
    [
        PersonState.Acknowledged, PersonState.Pending, PersonState.WantsToTalk, PersonState.NotReachable,
        PersonState.OnLeave, PersonState.Exempt, PersonState.Left,
    ];

    public static string Of(PersonState state) => state switch
    {
        PersonState.Acknowledged => "Acknowledged",
        PersonState.Pending => "Not yet",
        PersonState.WantsToTalk => "Wants to talk first",
        PersonState.NotReachable => "Cannot be reached",
        PersonState.OnLeave => "On leave",
        PersonState.Exempt => "Need not acknowledge",
        _ => "Left",
    };
}
