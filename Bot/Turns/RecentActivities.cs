using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>
/// The activities this process has heard of late, so that a channel's second delivery is not answered with a second
/// message. For turns that change nothing; those that do are remembered in the database. Two generations of bounded
/// size: what is forgotten is at least one whole generation old.
/// </summary>
internal sealed class RecentActivities
{
    private const int Generation = 20_000;

    private readonly Lock _lock = new();
    private HashSet<TurnKey> _young = [], _old = [];

    /// <returns>Whether this very activity was heard before; one without an id never was.</returns>
    public bool Knows(Activity activity)
    {
        if (TurnKey.OfActivity(activity) is not { } key)
            return false;

        lock (_lock)
        {
            if (_old.Contains(key) || !_young.Add(key))
                return true;
            if (_young.Count >= Generation)
                (_old, _young) = (_young, []);

            return false;
        }
    }
}
