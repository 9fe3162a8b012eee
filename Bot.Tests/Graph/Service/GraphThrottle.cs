using System.Globalization;

namespace PolicyBot.Tests.Graph.Service;

/// <summary>Graph's limits for one app in one tenant, where they are kept: throttling limits, Microsoft Graph documentation.</summary>
internal sealed class GraphThrottle(TimeProvider clock)
{
    private readonly Dictionary<string, Queue<DateTimeOffset>> _seen = [];
    private int _members;

    /// <summary>Off unless a test or a benchmark is about them.</summary>
    public bool IsOn { get; set; }

    /// <summary>Each so manieth page of members is refused once more; 0 for none.</summary>
    public int EachPageOfMembers { get; set; }

    /// <summary>How often somebody was told to wait.</summary>
    public int Refusals { get; private set; }

    public GraphAnswer? Refusal(GraphRequest request)
    {
        var now = clock.GetUtcNow();
        if (EachPageOfMembers > 0 && request.Path is ["groups", ..] && ++_members % EachPageOfMembers == 0)
            return Busy("0.2");
        if (!IsOn || KindOf(request) is not var (kind, most) || Fits(kind, most, now))
            return null;

        // One after the other in each of the ways that Graph says it.
        return Busy(Refusals % 2 == 0 ? "1.128" : now.AddSeconds(2).ToString("R", CultureInfo.InvariantCulture));
    }

    private GraphAnswer Busy(string retryAfter)
    {
        Refusals++;
        return GraphAnswer.Error(429, "TooManyRequests", "Please retry after.", retryAfter);
    }

    private bool Fits(string kind, int most, DateTimeOffset now)
    {
        var seen = _seen.TryGetValue(kind, out var known) ? known : _seen[kind] = new Queue<DateTimeOffset>();
        while (seen.TryPeek(out var first) && now - first >= TimeSpan.FromSeconds(1))
            seen.Dequeue();
        if (seen.Count >= most)
            return false;

        seen.Enqueue(now);
        return true;
    }

    private static (string Kind, int Most)? KindOf(GraphRequest request) => request.Path switch
    {
        [.., "sendActivityNotification"] => ("feed", 5),
        [_, _, "teamwork", "installedApps", ..] or ["appCatalogs", ..] => request.Method == "POST" ? ("install", 30) : ("installed", 30),
        _ => null,
    };
}
