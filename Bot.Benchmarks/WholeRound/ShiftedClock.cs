namespace PolicyBot.Benchmarks.WholeRound;

/// <summary>The system's clock set to another day, and as fast: a school is closed when it would suit us to run.</summary>
internal sealed class ShiftedClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
