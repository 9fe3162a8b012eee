using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>How somebody stands in a round by what counts of their entries since it began. The first that fits, as in a report.</summary>
internal static class RoundStanding
{
    /// <param name="counting">Of one person.</param>
    /// <returns>Null where none of them settles it: the person is still to confirm.</returns>
    public static MemberState? Of(Round round, IReadOnlyList<RegisterEntry> counting)
    {
        var kinds = counting.Where(entry => entry.Item == round.Policy && entry.At >= round.StartedAt).Select(entry => entry.Kind).ToHashSet();
        return kinds.Contains("acknowledged") || kinds.Contains("signed-on-paper") ? MemberState.Acknowledged
            : kinds.Contains("exempted") ? MemberState.Exempt
            : kinds.Contains("wants-to-talk") ? MemberState.WantsToTalk
            : null;
    }
}
