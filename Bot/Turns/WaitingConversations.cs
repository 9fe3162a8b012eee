using System.Collections.Concurrent;

namespace PolicyBot.Turns;

/// <summary>
/// Which conversations wait for an answer, known without asking the database. Changes are heard in the order in which
/// they were committed, this process's own among them. Between making a change and hearing it nothing is known of its
/// conversation: a change of another replica may come before it or after it.
/// </summary>
internal sealed class WaitingConversations(TimeProvider clock)
{
    private const int Longest = 2_000, Few = 1_000;

    private readonly Lock _lock = new();

    /// <summary>The tokens of this process's own changes that were not heard yet.</summary>
    private readonly ConcurrentDictionary<string, string> _underway = new(StringComparer.Ordinal);

    /// <summary>Null while out of step.</summary>
    private volatile ConcurrentDictionary<string, DateTimeOffset>? _known;

    /// <summary>Heard while those that wait were loaded; null where they are not being loaded.</summary>
    private List<WaitingChange>? _meanwhile;

    private int _tidyAt = Few;

    /// <summary>Conversations kept here: those that wait, and some that did.</summary>
    public int Count => _known?.Count ?? 0;

    /// <summary>A change must fit into a notification. Of conversations with a longer key nothing is known.</summary>
    public static bool IsTooLong(ConversationKey conversation) => conversation.Value.Length > Longest;

    /// <returns>Null where it is not known: the state says.</returns>
    public bool? IsWaiting(ConversationKey conversation) =>
        IsTooLong(conversation) || _underway.ContainsKey(conversation.Value) || _known is not { } known
            ? null
            : known.TryGetValue(conversation.Value, out var until) && until > clock.GetUtcNow();

    /// <summary>This process is about to commit this.</summary>
    public WaitingChange Announce(ConversationKey conversation, DateTimeOffset? until)
    {
        var change = new WaitingChange(conversation, until, TurnKey.NewNonce());
        lock (_lock)
        {
            if (!IsTooLong(conversation) && (_known is not null || _meanwhile is not null))
                _underway[conversation.Value] = change.Token;
        }

        return change;
    }

    /// <summary>The race was lost: the change is not coming.</summary>
    public void Withdraw(WaitingChange change) =>
        _underway.TryRemove(KeyValuePair.Create(change.Conversation.Value, change.Token));

    /// <summary>This is committed, after all that was heard before.</summary>
    public void Hear(WaitingChange change)
    {
        lock (_lock)
        {
            if (_meanwhile is { } meanwhile)
                meanwhile.Add(change);
            else if (_known is { } known)
                Note(known, change);
        }
    }

    /// <summary>From here on every change is heard; those that wait are about to be loaded.</summary>
    public void Listen()
    {
        lock (_lock)
        {
            (_known, _meanwhile) = (null, []);
            _underway.Clear();
        }
    }

    /// <param name="waiting">Loaded after <see cref="Listen"/>.</param>
    public void InStep(IEnumerable<KeyValuePair<string, DateTimeOffset>> waiting)
    {
        var known = new ConcurrentDictionary<string, DateTimeOffset>(waiting, StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var change in _meanwhile ?? [])
                Note(known, change);

            (_known, _meanwhile) = (known, null);
        }
    }

    public void OutOfStep()
    {
        lock (_lock)
        {
            (_known, _meanwhile) = (null, null);
            _underway.Clear();
        }
    }

    /// <summary>Known first, and only then no longer underway: whoever asks takes no lock.</summary>
    private void Note(ConcurrentDictionary<string, DateTimeOffset> known, WaitingChange change)
    {
        if (change.Until is { } until && until > clock.GetUtcNow())
            known[change.Conversation.Value] = until;
        else
            known.TryRemove(change.Conversation.Value, out _);

        Withdraw(change);
        if (known.Count > _tidyAt)
            DropExpired(known);
    }

    /// <summary>Each time twice as many are kept as were left the last time.</summary>
    private void DropExpired(ConcurrentDictionary<string, DateTimeOffset> known)
    {
        var now = clock.GetUtcNow();
        foreach (var pair in known.Where(pair => pair.Value <= now))
            known.TryRemove(pair);

        _tidyAt = Math.Max(Few, 2 * known.Count);
    }
}

/// <param name="Until">Null: no longer.</param>
/// <param name="Token">By which a process knows its own change again.</param>
internal sealed record WaitingChange(ConversationKey Conversation, DateTimeOffset? Until, string Token);
