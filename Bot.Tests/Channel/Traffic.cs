namespace PolicyBot.Tests.Channel;

/// <summary>Takes requests or throttles them, and remembers how many came at most in one second.</summary>
internal sealed class Traffic(TimeProvider clock)
{
    private readonly TakenTimes _app = new();
    private readonly long[] _throttled = new long[Enum.GetValues<Limited>().Length];

    public int Peak
    {
        get
        {
            lock (_app)
                return _app.Peak;
        }
    }

    /// <summary>How many requests this limit turned away.</summary>
    public long Throttled(Limited by) => Interlocked.Read(ref _throttled[(int)by]);

    /// <summary>A request turned away counts towards no limit, neither the app's nor the conversation's.</summary>
    /// <param name="times">Those of the conversation; null where there is none.</param>
    /// <returns>How long to wait; zero for a request that was taken.</returns>
    public TimeSpan Take(TeamsLimits limits, Limited what, TakenTimes? times)
    {
        if (times is null)
            return TakeForApp(limits);

        lock (times)
        {
            var now = clock.GetUtcNow().UtcTicks;
            if (times.Wait(limits.Of(what), now) is var wait && wait > TimeSpan.Zero)
                return TurnedAway(what, wait);
            if (TakeForApp(limits) is var waitOfApp && waitOfApp > TimeSpan.Zero)
                return waitOfApp;

            times.Take(limits.Of(what), now);
            return TimeSpan.Zero;
        }
    }

    private TimeSpan TakeForApp(TeamsLimits limits)
    {
        lock (_app)
        {
            var now = clock.GetUtcNow().UtcTicks;
            if (_app.Wait(limits.App, now) is var wait && wait > TimeSpan.Zero)
                return TurnedAway(Limited.App, wait);

            _app.Take(limits.App, now);
            return TimeSpan.Zero;
        }
    }

    private TimeSpan TurnedAway(Limited by, TimeSpan wait)
    {
        Interlocked.Increment(ref _throttled[(int)by]);
        return wait;
    }
}
