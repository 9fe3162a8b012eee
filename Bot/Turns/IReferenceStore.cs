using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>Where people can be written to. Every call throws <see cref="StoreAwayException"/> where there is no database.</summary>
internal interface IReferenceStore
{
    /// <summary>New and changed references; whoever wrote from there can be reached again.</summary>
    Task SaveAsync(IReadOnlyList<ConversationReference> references, CancellationToken cancellationToken);

    /// <returns>The references known, by the thread of the recipient.</returns>
    Task<IReadOnlyDictionary<string, ConversationReference>> FindAsync(IReadOnlyCollection<Recipient> recipients, CancellationToken cancellationToken);

    /// <returns>The teams that the bot is in, each with where it was last seen, by name.</returns>
    Task<IReadOnlyList<ConversationReference>> TeamsAsync(CancellationToken cancellationToken);

    /// <returns>The newest address of the channel, for the first word to somebody; null where nobody has written yet.</returns>
    Task<string?> NewestServiceUrlAsync(CancellationToken cancellationToken);
}
