using System.Collections.Concurrent;

namespace PolicyBot.Teams;

/// <summary>
/// Where the bot has introduced itself. Teams announces one installation twice, in either order and at once, and says
/// hello once is enough. Remembers a bounded number of conversations.
/// </summary>
internal sealed class Welcomed
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, byte> _conversations = new(StringComparer.Ordinal);

    /// <returns>True for the first who asks about a conversation.</returns>
    public bool IsFirst(string conversationId)
    {
        if (_conversations.Count >= Most)
            _conversations.Clear();

        return _conversations.TryAdd(conversationId, 0);
    }

    /// <summary>The bot was removed; when it comes back it says hello again.</summary>
    public void Forget(string conversationId) => _conversations.TryRemove(conversationId, out _);
}
