using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace PolicyBot.Questions;

/// <summary>
/// Counts what the policies did not answer, by kind and month, without a database in a question's way: a turn leaves a
/// note here, which is written a little later. The same kind is counted once a day for each conversation, so that a theme is
/// several people's; who they are is forgotten with the day and never written.
/// </summary>
internal sealed class ThemeCount(IThemeBook book, TimeProvider clock) : BackgroundService
{
    /// <summary>How many months back a theme is shown.</summary>
    private const int Months = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly HashSet<(string Conversation, string Subject)> _today = [];
    private Dictionary<(DateOnly Month, string Subject), int> _counted = [];
    private DateOnly _day;

    public void Note(string conversation, string subject)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        lock (_lock)
        {
            if (_day != day)
                _today.Clear();

            _day = day;
            if (_today.Add((conversation, subject)))
                _counted[(Month(day), subject)] = _counted.GetValueOrDefault((Month(day), subject)) + 1;
        }
    }

    public async Task<(DateOnly Since, IReadOnlyList<Theme> Themes)> SinceAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        var since = Month(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).AddMonths(1 - Months);
        return (since, await book.SinceAsync(since, cancellationToken));
    }

    /// <summary>Where there is no database the counts wait for the next time.</summary>
    public async Task<bool> WriteAsync(CancellationToken cancellationToken)
    {
        Dictionary<(DateOnly Month, string Subject), int> counted;
        lock (_lock)
            (counted, _counted) = (_counted, []);

        if (counted.Count == 0 || await book.TryAddAsync(counted, cancellationToken))
            return true;

        lock (_lock)
            foreach (var (key, number) in counted)
                _counted[key] = _counted.GetValueOrDefault(key) + number;

        return false;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            await WriteAsync(stoppingToken);
        }
    }

    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);
}
