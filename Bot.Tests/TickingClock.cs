using System.Threading.Channels;
using static System.Threading.Channels.Channel;

namespace PolicyBot.Tests;

/// <summary>A clock that stands until it is moved, and whose timers end when it is moved past their end.</summary>
internal sealed class TickingClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private readonly Channel<Alarm> _set = CreateUnbounded<Alarm>();
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan time) => AdvanceTo(GetUtcNow() + time);

    public void AdvanceTo(DateTimeOffset instant)
    {
        List<Alarm> due;
        lock (_lock)
        {
            _now = instant;
            due = [.. _alarms.Where(alarm => alarm.At <= instant)];
            due.ForEach(alarm => alarm.Next(instant));
        }

        due.ForEach(alarm => alarm.Ring());
    }

    /// <summary>Moves to the end of the next timer, each time another was set, until something has happened.</summary>
    public async Task RunUntilAsync(Task happened)
    {
        while (!happened.IsCompleted)
        {
            await Task.WhenAny(happened, UntilTimerIsSetAsync());
            if (_set.Reader.TryRead(out _) && Next() is { } next)
                AdvanceTo(next);
        }

        await happened;
    }

    public Task UntilTimerIsSetAsync() => _set.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private DateTimeOffset? Next()
    {
        lock (_lock)
            return _alarms.Min(alarm => alarm.At);
    }

    private sealed class Alarm(TickingClock clock, Action ring) : ITimer
    {
        private TimeSpan _period;

        /// <summary>Null while the timer is off.</summary>
        public DateTimeOffset? At { get; private set; }

        /// <summary>Not on the caller's thread: what it wakes may wait for what the caller does next.</summary>
        public void Ring() => ThreadPool.QueueUserWorkItem(_ => ring());

        public void Next(DateTimeOffset now) => At = _period > TimeSpan.Zero ? now + _period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._alarms.Remove(this);
                _period = period;
                At = dueTime > TimeSpan.Zero ? clock._now + dueTime : null;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    clock._alarms.Add(this);
            }

            if (dueTime == TimeSpan.Zero)
                Ring();
            else if (dueTime > TimeSpan.Zero)
                clock._set.Writer.TryWrite(this);
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
