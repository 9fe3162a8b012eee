using Microsoft.Extensions.Logging;
using PolicyBot.Storage;
using PolicyBot.Storage.Schedules;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Turns;
using Quartz;

namespace PolicyBot.Tests.Storage.Schedules;

/// <summary>One bot's scheduled work, and nothing else of the bot.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private static readonly ScheduleSettings London = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    private readonly Databases _databases;
    private readonly Clockwork _clockwork;
    private readonly Timekeeper _timekeeper;

    public Replica(StorageSettings storage, TimeProvider clock, params IScheduledWork[] work)
    {
        var loggers = LoggerFactory.Create(logging => logging.AddProvider(Log));
        _databases = new Databases(storage);
        _clockwork = new Clockwork(storage, new Timetable(work, London), clock, loggers);
        _timekeeper = new Timekeeper(_databases, _clockwork, clock, loggers.CreateLogger<Timekeeper>());
    }

    public CapturedLog Log { get; } = new();

    public IScheduler Scheduler => _timekeeper.Scheduler!;

    /// <summary>Begins, and may have to wait for the database.</summary>
    public Task BeginAsync() => _timekeeper.StartAsync(TestContext.Current.CancellationToken);

    public Task StartedAsync() =>
        _timekeeper.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    public static async Task<Replica> StartAsync(
        StorageSettings storage, TimeProvider clock, params IScheduledWork[] work)
    {
        var replica = new Replica(storage, clock, work);
        await replica.BeginAsync();
        await replica.StartedAsync();
        return replica;
    }

    public async ValueTask DisposeAsync()
    {
        await _timekeeper.StopAsync(TestContext.Current.CancellationToken);
        await _clockwork.DisposeAsync();
        _timekeeper.Dispose();
        _databases.Dispose();
    }
}
