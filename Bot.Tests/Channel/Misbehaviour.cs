namespace PolicyBot.Tests.Channel;

/// <summary>How often the channel fails, as shares of all requests. The same seed fails in the same order.</summary>
internal sealed record Misbehaviour
{
    public static Misbehaviour None { get; } = new();

    public int Seed { get; init; } = 1;

    /// <summary>Answered 412, 502, 503 or 504, with nothing done.</summary>
    public double Busy { get; init; }

    /// <summary>Done, and then the connection breaks before the answer.</summary>
    public double Lost { get; init; }

    /// <summary>Done, and answered only after <see cref="Delay"/>.</summary>
    public double Slow { get; init; }

    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>What goes wrong with one request.</summary>
internal readonly record struct Mishap(int? BusyStatus, bool IsLost, TimeSpan Delay);

internal sealed class Dice(Misbehaviour how)
{
    private static readonly int[] BusyStatuses = [412, 502, 503, 504];

    private readonly Lock _one = new();
    private readonly Random _random = new(how.Seed);

    /// <summary>Each throw draws the same number of times, so that one share does not shift the others.</summary>
    public Mishap Throw()
    {
        lock (_one)
        {
            var (busy, which) = (_random.NextDouble(), _random.Next(BusyStatuses.Length));
            var (lost, slow) = (_random.NextDouble(), _random.NextDouble());
            var delay = slow < how.Slow ? how.Delay : TimeSpan.Zero;
            return new Mishap(busy < how.Busy ? BusyStatuses[which] : null, lost < how.Lost, delay);
        }
    }
}
