using PolicyBot.Acknowledgements.People;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>What a round would do, before it is started.</summary>
/// <param name="Open">The round whose place it would take; null where none is open.</param>
/// <param name="NotReachable">People nothing can be sent to, each with why.</param>
/// <param name="First">When the first is written to; null where nobody is.</param>
internal sealed record RoundPreview(
    Policy Policy, Round Round, Round? Open, int People, int OnLeave, IReadOnlyList<(StaffMember Person, string Why)> NotReachable, DateTimeOffset? First, DateTimeOffset? Last);

/// <summary>Where a round stands, and who of it has not confirmed.</summary>
internal sealed record RoundStatus(Policy Policy, Round Round, RoundCount Count, IReadOnlyList<(StaffMember Person, RoundMember Member)> Missing)
{
    public required DateTimeOffset AsAt { get; init; }
}
