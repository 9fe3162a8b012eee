namespace PolicyBot.Acknowledgements.Reports;

/// <summary>How somebody stands to a policy on a day: everybody on the roster is exactly one of these.</summary>
internal enum PersonState
{
    Acknowledged,
    Pending,
    WantsToTalk,
    Exempt,
    OnLeave,
    Left,
    NotReachable,
}
