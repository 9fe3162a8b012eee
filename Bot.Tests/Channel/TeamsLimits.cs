namespace PolicyBot.Tests.Channel;

/// <summary>How many requests are taken, of the app and in each conversation.</summary>
internal sealed record TeamsLimits
{
    public static TeamsLimits None { get; } = new();

    /// <summary>"Rate limiting for agents", Microsoft Teams documentation.</summary>
    public static TeamsLimits AsTeams { get; } = new()
    {
        App = [new(50, 1)],
        Sends = [new(7, 1), new(8, 2), new(60, 30), new(1_800, 3_600)],
        Creates = [new(7, 1), new(8, 2), new(60, 30), new(1_800, 3_600)],
        MemberReads = [new(14, 1), new(16, 2), new(120, 30), new(3_600, 3_600)],
    };

    public IReadOnlyList<RateLimit> App { get; init; } = [];

    public IReadOnlyList<RateLimit> Sends { get; init; } = [];

    public IReadOnlyList<RateLimit> Creates { get; init; } = [];

    public IReadOnlyList<RateLimit> MemberReads { get; init; } = [];

    /// <summary>Whether a throttled request is told how long to wait.</summary>
    public bool SaysRetryAfter { get; init; } = true;

    public IReadOnlyList<RateLimit> Of(Limited what) => what switch
    {
        Limited.App => App,
        Limited.Send => Sends,
        Limited.Create => Creates,
        _ => MemberReads,
    };
}

/// <summary>So many requests in any stretch of so many seconds.</summary>
internal readonly record struct RateLimit(int Requests, int Seconds)
{
    public long Ticks => Seconds * TimeSpan.TicksPerSecond;
}

/// <summary>What a limit counts: everything the app asks for, or one kind of request in one conversation.</summary>
internal enum Limited
{
    App,

    /// <summary>To send, change or delete a message.</summary>
    Send,
    Create,
    Members,
}
