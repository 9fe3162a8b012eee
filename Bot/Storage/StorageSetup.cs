using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Questions;
using PolicyBot.Reviews;
using PolicyBot.Storage.Backups;
using PolicyBot.Storage.Health;
using PolicyBot.Storage.Schedules;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>The database behind the rooms: SQLite beside the program, or PostgreSQL for any number of replicas.</summary>
internal static class StorageSetup
{
    /// <summary>Begins to get ready, beside other work, what the first look into the database takes.</summary>
    public static void WarmUp(IConfiguration settings, bool isDevelopment)
    {
        if (StorageSettings.From(settings, isDevelopment) is { Settings: var storage, Mistakes: [] })
            Databases.WarmUp(storage);
    }

    /// <param name="mistakes">Gets a sentence for each setting that is wrong.</param>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, IConfiguration settings, bool isDevelopment, List<string> mistakes)
    {
        var (storage, wrong) = StorageSettings.From(settings, isDevelopment);
        var (schedules, wrongHere) = ScheduleSettings.From(settings);
        mistakes.AddRange([.. wrong, .. wrongHere]);
        services.AddHealthChecks()
            .AddCheck<ProcessCheck>("process")
            .AddCheck<DatabaseCheck>("database", timeout: HealthAddresses.Patience)
            .AddCheck<SchemaCheck>("schema", timeout: HealthAddresses.Patience)
            .AddCheck<ScheduleCheck>("schedule", HealthStatus.Degraded, timeout: HealthAddresses.Patience);
        return services
            .AddSingleton(storage)
            .AddSingleton<Databases>()
            .AddSingleton<IBackups, DatabaseBackups>()
            .AddSingleton<TurnRecords>()
            .AddSingleton<ITurnStore, TurnStore>()
            .AddSingleton<IOutboxStore, OutboxStore>()
            .AddSingleton<IReferenceStore, ReferenceStore>()
            .AddSingleton<ITurnRecordWriter, QuestionRecords>()
            .AddSingleton<IQuestionBook, QuestionBook>()
            .AddSingleton<IThemeBook, ThemeBook>()
            .AddSingleton<ITurnRecordWriter, RegisterRecords>()
            .AddSingleton<IRegister, RegisterBook>()
            .AddSingleton<IPersonRecords, PersonRecords>()
            .AddSingleton<IRecordStore, RecordStore>()
            .AddSingleton<ITurnRecordWriter, RoundRecords>()
            .AddSingleton<ITurnRecordWriter, SeenRecords>()
            .AddSingleton<IRoundBook, RoundBook>()
            .AddSingleton<ITurnRecordWriter, ReviewRecords>()
            .AddSingleton<IReviewBook, ReviewBook>()
            .AddSingleton<ITurnRecordWriter, TextRecords>()
            .AddSingleton<ITextBook, TextBook>()
            .AddSingleton<ILiveCardStore, LiveCardStore>()
            .AddSingleton<ITurnRecordWriter, ErrandRecords>()
            .AddSingleton<IErrandStore, ErrandStore>()
            .AddSingleton<IBookmarkStore, BookmarkStore>()
            .AddSingleton<IButtonKey, ButtonKey>()
            .AddSingleton<IRosterBook, RosterBook>()
            .AddSingleton<SchemaPreparation>()
            .AddHostedService(provider => provider.GetRequiredService<SchemaPreparation>())
            .AddSingleton<WaitingFeed>()
            .AddHostedService<WaitingWatch>()
            .AddSingleton(schedules)
            .AddSingleton<Timetable>()
            .AddSingleton<Clockwork>()
            .AddSingleton<Timekeeper>()
            .AddHostedService(provider => provider.GetRequiredService<Timekeeper>())
            .AddSingleton<IScheduledWork, CleanUp>()
            .AddSingleton<IScheduledWork, ErrandCleanUp>();
    }
}
