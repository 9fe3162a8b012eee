using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using PolicyBot.BotFramework;
using PolicyBot.Storage;
using PolicyBot.Tests.Turns;
using PolicyBot.Turns;
using Activity = PolicyBot.BotFramework.Activity;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>Turns that change something, a second, in process; beside a bare loop of the same statements on the same database.</summary>
internal static class CommitSpeed
{
    private const int AtOnce = 16;

    public static async Task RunAsync(int seconds)
    {
        foreach (var provider in (string[])["Sqlite", "Postgres"])
        {
            using var database = new ServedDatabase(provider);
            using var databases = database.Open();
            await databases.PrepareAsync();
            await TurnsAsync(databases, TimeSpan.FromSeconds(3), Answer);
            var turns = await TurnsAsync(databases, TimeSpan.FromSeconds(seconds), Answer);
            var bare = await BareAsync(database, TimeSpan.FromSeconds(seconds));
            var dialogs = await TurnsAsync(databases, TimeSpan.FromSeconds(seconds), AskOrAnswer);
            Console.WriteLine($"{provider,-8} {turns,7:N0} turns a second, bare loop {bare,7:N0} ({turns / bare:0.00}); "
                + $"where each opens or closes a dialog {dialogs,7:N0}");
        }
    }

    private static Change<Count> Answer(Count? count, DateTimeOffset now) => CountingBot.Next(count, "hello", now);

    private static Change<Count> AskOrAnswer(Count? count, DateTimeOffset now) =>
        CountingBot.Next(count, count?.Number % 2 == 0 ? CountingBot.AskMe : "hello", now);

    private static async Task<double> TurnsAsync(Databases databases, TimeSpan time, Func<Count?, DateTimeOffset, Change<Count>> decide)
    {
        var log = new DeliveryLog(new OutboxStore(databases, new OutboxSettings()), TimeProvider.System);
        await log.StartAsync(CancellationToken.None);
        var turns = new LastingTurns(new TurnStore(databases, new([]), new(TimeProvider.System)), log, new ConversationGates(), TimeProvider.System);
        var perSecond = await ManyAsync(time, conversation =>
        {
            var activity = new Activity
            {
                Type = ActivityTypes.Message,
                Id = Guid.NewGuid().ToString(),
                ChannelId = Channels.Teams,
                ServiceUrl = "https://localhost/",
                Conversation = new() { Id = conversation },
                From = new() { Id = "29:a" },
                Recipient = new() { Id = "28:b" },
            };
            var turn = new TurnContext(activity, (_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Sent(null)));
            return turns.RunAsync(turn, CountJson.Default.Count, (count, now, _) => new(decide(count, now)), CancellationToken.None);
        });
        await log.StopAsync(CancellationToken.None);
        return perSecond;
    }

    private static async Task<double> BareAsync(ServedDatabase database, TimeSpan time)
    {
        var settings = database.Settings;
        DbProviderFactory factory = settings.Provider is StorageProvider.Sqlite ? SqliteFactory.Instance : NpgsqlFactory.Instance;
        using var writer = new SemaphoreSlim(settings.Provider is StorageProvider.Sqlite ? 1 : AtOnce);
        return await ManyAsync(time, async conversation =>
        {
            await writer.WaitAsync();
            try
            {
                await BareTurns.RunAsync(factory, settings.ConnectionString, conversation);
            }
            finally
            {
                writer.Release();
            }
        });
    }

    private static async Task<double> ManyAsync(TimeSpan time, Func<string, Task> turn)
    {
        var (clock, count) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => Task.Run(async () =>
        {
            while (clock.Elapsed < time)
            {
                await turn($"a:{i}");
                Interlocked.Increment(ref count);
            }
        })));
        return count / clock.Elapsed.TotalSeconds;
    }
}
