using PolicyBot.Acknowledgements.Register;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Versions;

/// <summary>A text of which the manager has not said yet what it is.</summary>
/// <param name="Before">The text in force; null where it can no longer be read.</param>
/// <param name="After">The text the bot has now.</param>
internal sealed record TextNews(Policy? Before, Policy After, TextHistory History)
{
    public IReadOnlyList<ClauseChange> Changes { get; } =
        Before is null ? [.. After.Clauses.Select(clause => new ClauseChange(null, clause))] : ClauseChange.Between(Before, After);

    /// <returns>What it comes to that the manager says it is a correction, or another meaning.</returns>
    public TextChange Settled(bool isCorrection, string by, string reason, DateTimeOffset now) => new(
        After.Id.Value, History.Changes.Count + 1, History.Settled!, RegisterRecord.VersionOf(After), isCorrection, isCorrection ? [] : [.. Changes.Select(change => change.Id.Value)], by, reason, now);
}

/// <summary>What somebody who confirmed the text before is asked of the new one: the clauses that are different.</summary>
/// <param name="Reason">The manager's.</param>
/// <param name="Receipt">Of the earlier confirmation; null where it was on paper.</param>
internal sealed record ChangedClauses(Policy Policy, IReadOnlyList<ClauseChange> Changes, string Reason, string? Receipt, DateTimeOffset ConfirmedAt)
{
    public IReadOnlyList<string> Ids => [.. Changes.Select(change => change.Id.Value)];
}
