using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>Prepares the database while the bot already answers; where there is none, tries until there is.</summary>
internal sealed partial class SchemaPreparation(
    Databases databases, StorageSettings settings, TimeProvider clock, ILogger<SchemaPreparation> log) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!await TryAsync())
            await Task.Delay(BetweenTries, clock, stoppingToken);
    }

    private async Task<bool> TryAsync()
    {
        try
        {
            await databases.PrepareAsync();
            Prepared(settings.Provider, settings.Whereabouts);
            return true;
        }
        catch (StoreAwayException fault)
        {
            NotPrepared(fault.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "What must not be lost is kept in {Provider}: {Whereabouts}")]
    private partial void Prepared(StorageProvider provider, string whereabouts);

    [LoggerMessage(LogLevel.Warning, "The database cannot be prepared yet: {Reason}")]
    private partial void NotPrepared(string reason);
}
