using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Policies;
using PolicyBot.Storage;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Policies;
using PolicyBot.Tests.Storage;
using PolicyBot.Tests.Storage.Schedules;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Conversations;

/// <summary>One bot on each database for all transcripts that leave it running and its clock alone, and one for each that does not.</summary>
public sealed class TranscriptBots : IAsyncDisposable
{
    private readonly Dictionary<string, BotHost> _shared = [];
    private readonly List<TestDatabase> _databases = [];

    /// <param name="name">The transcript's.</param>
    /// <param name="provider">SQLite or PostgreSQL.</param>
    internal async Task<Stage> OpenAsync(string name, string provider, bool isAlone, Action<IServiceCollection>? change = null)
    {
        if (!isAlone)
            return new Stage(name, _shared.TryGetValue(provider, out var bot) ? bot : _shared[provider] = await StartAsync(Database(provider), null, null));

        var database = Database(provider);
        return new Stage(name, await StartAsync(database, null, change), (stopped, text) => StartAsync(database, stopped, services =>
        {
            change?.Invoke(services);
            if (text is var (old, other))
                services.AddReworded(stopped.Services.GetRequiredService<PolicyLibrary>(), old, other);
        }));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _shared.Values)
            await bot.DisposeAsync();
        foreach (var database in _databases)
            await database.DisposeAsync();
    }

    private TestDatabase Database(string provider)
    {
        var database = new TestDatabase(provider);
        _databases.Add(database);
        return database;
    }

    /// <summary>The outbox is worked off by the stage after every line, and what is done by the clock where a line says so, not whenever it comes to it.</summary>
    private static async Task<BotHost> StartAsync(TestDatabase database, BotHost? beside, Action<IServiceCollection>? change)
    {
        var bot = await BotHost.StartAsync(
            services =>
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(OutboxDispatcher)));
                services.AddNothingByTheClock();
                change?.Invoke(services);
            },
            database, beside);
        await bot.Services.GetRequiredService<Databases>().PrepareAsync();
        return bot;
    }
}
