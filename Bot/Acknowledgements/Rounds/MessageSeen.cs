namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>
/// The channel says that a person has seen their chat with the bot. A hint and no more: a chat that is open is not a policy
/// that was read. Where they are still to confirm in a round, their last message there was seen.
/// </summary>
internal sealed record MessageSeen(string Person, DateTimeOffset At);
