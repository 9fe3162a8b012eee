namespace PolicyBot.BotFramework;

/// <summary>
/// So many in a minute for each key, all at once or spread out: for each the time until which it has used its share up.
/// "Generic cell rate algorithm", ITU-T I.371.
/// </summary>
internal sealed class CellRate(int perMinute, TimeProvider clock)
{
    private const int TidiedAt = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _usedUntil = new(StringComparer.Ordinal);
    private int _tidyAt = TidiedAt;

    /// <param name="count">0 only asks.</param>
    public bool Takes(string key, int count)
    {
        if (perMinute == 0)
            return true;

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var used = _usedUntil.TryGetValue(key, out var until) && until > now ? until : now;
            var one = Window / perMinute;
            if (used + one * Math.Max(count, 1) > now + Window)
                return false;

            if (count > 0)
                _usedUntil[key] = used + one * count;
            if (_usedUntil.Count > _tidyAt)
                TidyUp(now);
            return true;
        }
    }

    /// <summary>Who has their whole share again is as who was never here.</summary>
    private void TidyUp(DateTimeOffset now)
    {
        foreach (var (key, _) in _usedUntil.Where(each => each.Value <= now).ToList())
            _usedUntil.Remove(key);

        _tidyAt = Math.Max(TidiedAt, _usedUntil.Count * 2);
    }
}
