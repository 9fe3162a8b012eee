using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace PolicyBot.Storage.Schedules;

/// <summary>
/// Quartz on the bot's own database, in tables of its own. It is put together apart from the bot's services, so that it
/// can be put together again where there was no database.
/// </summary>
internal sealed class Clockwork(
    StorageSettings storage, Timetable timetable, TimeProvider clock, ILoggerFactory loggers) : IAsyncDisposable
{
    private const string Name = "policybot";

    /// <summary>Work at the same time; nobody waits for it.</summary>
    private const int AtOnce = 2;

    private ServiceProvider? _parts;

    /// <exception cref="SchedulerException">There is no database just now.</exception>
    public async Task<IScheduler> StartAsync(CancellationToken cancellationToken)
    {
        await DisposeAsync();
        _parts = new ServiceCollection().AddSingleton(loggers).AddLogging().AddQuartz(Assemble).BuildServiceProvider();
        var scheduler = await _parts.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        await timetable.PutUpAsync(scheduler, cancellationToken);
        await scheduler.Start(cancellationToken);
        return scheduler;
    }

    public async ValueTask DisposeAsync()
    {
        if (_parts is not null)
            await _parts.DisposeAsync();
    }

    private void Assemble(IQuartzBuilder quartz) => quartz
        .ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = Name;
            scheduler.ServedExecutionGroups.AddRange(timetable.Work.Keys);
        })
        .UseTimeProvider(clock)
        .UseDefaultThreadPool(AtOnce)
        .UseJobFactory(new WorkJobs(timetable))
        .UsePersistentStore(Keep);

    private void Keep(IPersistentStoreBuilder store)
    {
        store.ProvisionSchema().UseSystemTextJsonSerializer();
        store.ConfigureStore(options => options.UseBackgroundThreads = true);
        if (storage.Provider is StorageProvider.Sqlite)
            store.UseSqlite(SqliteFactory.Instance, storage.ConnectionString);
        else
            store.UsePostgres(NpgsqlFactory.Instance, storage.ConnectionString).UseClustering(Patiently);
    }

    /// <summary>What a dead replica had begun may wait; one that is only slow must not be taken for dead.</summary>
    private static void Patiently(ClusteringOptions cluster)
    {
        cluster.CheckinInterval = TimeSpan.FromSeconds(10);
        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(30);
    }
}
