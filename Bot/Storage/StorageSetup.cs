using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>The database behind the rooms: SQLite beside the program, or PostgreSQL for any number of replicas.</summary>
internal static class StorageSetup
{
    /// <param name="mistakes">Gets a sentence for each setting that is wrong.</param>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, IConfiguration settings, bool isDevelopment, List<string> mistakes)
    {
        var (storage, wrong) = StorageSettings.From(settings, isDevelopment);
        mistakes.AddRange(wrong);
        return services
            .AddSingleton(storage)
            .AddSingleton<Databases>()
            .AddSingleton<ITurnStore, TurnStore>()
            .AddSingleton<IOutboxStore, OutboxStore>()
            .AddSingleton<IReferenceStore, ReferenceStore>()
            .AddSingleton<SchemaPreparation>()
            .AddHostedService(provider => provider.GetRequiredService<SchemaPreparation>());
    }
}
