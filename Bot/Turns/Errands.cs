namespace PolicyBot.Turns;

/// <summary>
/// The record by which errands are asked for, in the transaction of what they follow from. A key asked for before is not
/// asked for again, whatever became of it.
/// </summary>
/// <param name="InsteadOf">What is still open under this beginning of a key is cancelled first: a review that is done needs no more prompts.</param>
internal sealed record Errands(IReadOnlyList<Errand> Asked, string? InsteadOf = null);
