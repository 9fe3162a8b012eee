namespace PolicyBot.Tests.Channel;

/// <summary>
/// When requests were taken, in a ring that grows only with what is remembered. A limit of N is one look at the Nth
/// newest, so that a busy conversation costs no more than a quiet one. Whoever uses it holds a lock on it.
/// </summary>
internal sealed class TakenTimes
{
    private long[] _ring = new long[4];
    private int _first;
    private int _count;
    private int _inLastSecond;

    /// <summary>The most that were ever taken in one second.</summary>
    public int Peak { get; private set; }

    /// <returns>How long until one more may be taken: zero for now.</returns>
    public TimeSpan Wait(IReadOnlyList<RateLimit> limits, long now)
    {
        var longest = 0L;
        for (var at = 0; at < limits.Count; at++)
        {
            if (_count >= limits[at].Requests)
                longest = Math.Max(longest, Newest(limits[at].Requests) + limits[at].Ticks - now);
        }

        return TimeSpan.FromTicks(longest);
    }

    public void Take(IReadOnlyList<RateLimit> limits, long now)
    {
        while (_inLastSecond > 0 && Newest(_inLastSecond) <= now - TimeSpan.TicksPerSecond)
            _inLastSecond--;

        Forget(now - Remembered(limits));
        if (_count == _ring.Length)
            Grow();

        _ring[(_first + _count++) & (_ring.Length - 1)] = now;
        _inLastSecond++;
        Peak = Math.Max(Peak, _inLastSecond);
    }

    private static long Remembered(IReadOnlyList<RateLimit> limits)
    {
        var longest = TimeSpan.TicksPerSecond;
        for (var at = 0; at < limits.Count; at++)
            longest = Math.Max(longest, limits[at].Ticks);

        return longest;
    }

    private void Forget(long before)
    {
        for (; _count > 0 && Newest(_count) <= before; _count--)
            _first = (_first + 1) & (_ring.Length - 1);
    }

    private void Grow()
    {
        var larger = new long[_ring.Length * 2];
        for (var at = 0; at < _count; at++)
            larger[at] = Newest(_count - at);

        (_ring, _first) = (larger, 0);
    }

    /// <summary>The newest is 1.</summary>
    private long Newest(int back) => _ring[(_first + _count - back) & (_ring.Length - 1)];
}
