namespace PolicyBot.Turns;

/// <summary>Cards that are brought up to date in their place. Every call throws <see cref="StoreAwayException"/> where there is no database.</summary>
internal interface ILiveCardStore
{
    /// <summary>In the place of another of the same name, which stays as it is from now on.</summary>
    Task KeepAsync(LiveCard card, CancellationToken cancellationToken);

    Task<IReadOnlyList<LiveCard>> AllAsync(CancellationToken cancellationToken);

    /// <returns>False where it is not as it was: somebody else has brought it up to date, or it has been dropped.</returns>
    Task<bool> ReplaceAsync(LiveCard before, LiveCard after, CancellationToken cancellationToken);

    /// <summary>Where the card of that name stands in this message.</summary>
    Task DropAsync(string name, string activity, CancellationToken cancellationToken);
}

/// <summary>A card in a chat, and what it shows. It is looked after by whichever replica comes by, also after a restart.</summary>
/// <param name="Name">What it is about, by which whoever looks after it knows it.</param>
/// <param name="Activity">The message in which it stands.</param>
/// <param name="Shown">Other than now where it is to be shown anew; null where nobody knows what it shows.</param>
/// <param name="ShownAt">When it was last sent.</param>
/// <param name="Until">From then on it stays as it is.</param>
internal sealed record LiveCard(string Name, ConversationKey Conversation, string Activity, string? Shown, DateTimeOffset ShownAt, DateTimeOffset Until);
