using System.Collections.Concurrent;
using System.Text.Json;
using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Reviews;

/// <summary>Everything that reached anybody of a review, in the chat and beside it, with its day: what two years of reviews come to.</summary>
internal sealed class Noticeboard(TimeProvider clock, IReadOnlyDictionary<string, string> names)
{
    private readonly ConcurrentDictionary<string, int> _runs = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<(DateTimeOffset At, string Said)> _lines = [];

    /// <summary>By day, and within a day in the order of the words: two replicas work in any order.</summary>
    public string Text => string.Join('\n', _lines.OrderBy(line => SchoolTime.DayOf(line.At)).ThenBy(line => line.Said, StringComparer.Ordinal)
        .Select(line => $"{SchoolTime.DayOf(line.At):ddd dd/MM/yyyy} {line.Said}"));

    /// <summary>What was run more than once, and how often.</summary>
    public IReadOnlyDictionary<string, int> RunAgain => _runs.Where(run => run.Value > 1).ToDictionary();

    public void Remark(string what) => Put($"— {what}");

    public void Chat(string person, string summary) => Put($"{names[person],-8}{"chat",-16}{summary}");

    public IErrandRunner[] Runners() =>
        [.. ((string[])[.. ReviewChannel.All, ReviewChannel.CalendarRemoval, ReviewChannel.ToDoCompletion]).Select(kind => new Runner(this, kind))];

    private void Put(string said) => _lines.Add((clock.GetUtcNow(), said));

    private void Run(Errand errand)
    {
        if (_runs.AddOrUpdate(errand.Key, 1, (_, times) => times + 1) > 1)
            return; // The service knows the key, or replaces what it has.

        var said = errand.Kind is ReviewChannel.CalendarRemoval or ReviewChannel.ToDoCompletion
            ? JsonSerializer.Deserialize(errand.Body, ReviewsJson.Default.ReviewFinished)!.Errand
            : Notice(errand);
        Put($"{names[errand.Person],-8}{errand.Kind,-16}{said}");
    }

    private static string Notice(Errand errand)
    {
        var notice = JsonSerializer.Deserialize(errand.Body, ReviewsJson.Default.ReviewNotice)!;
        return errand.Kind is ReviewChannel.Calendar ? $"{notice.Headline} At {SchoolTime.Written(notice.At)}." : notice.Headline;
    }

    private sealed class Runner(Noticeboard board, string kind) : IErrandRunner
    {
        public string Kind => kind;

        public double PerSecond => double.PositiveInfinity; // The clock stands: nobody may have to wait for a place.

        public Task<ErrandOutcome> RunAsync(Errand errand, int attempt, CancellationToken cancellationToken)
        {
            board.Run(errand);
            return Task.FromResult<ErrandOutcome>(new ErrandOutcome.Done("trace"));
        }
    }
}
