using Microsoft.Extensions.DependencyInjection;
using PolicyBot.BotFramework;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

/// <summary>Counting bots on one database, with one channel and one clock.</summary>
internal sealed class Replicas : IAsyncDisposable
{
    private readonly List<BotHost> _bots = [];

    public BotHost this[int index] => _bots[index];

    public FakeTeams Channel => _bots[0].Channel;

    public ManualClock Clock => _bots[0].Clock;

    public static async Task<Replicas> StartAsync(TestDatabase database, int count, TimeProvider? clock = null)
    {
        var replicas = new Replicas();
        for (var i = 0; i < count; i++)
            replicas._bots.Add(await BotHost.StartAsync(services => services.AddSingleton<IBot, CountingBot>(), database, replicas._bots.FirstOrDefault(), clock));

        return replicas;
    }

    public bool? IsWaiting(int index, string conversation) => _bots[index].Services.GetRequiredService<ConversationTurns>().IsWaiting(
        new(BareBot.Message("") with { Conversation = new() { Id = conversation } }, (_, _) => throw new NotSupportedException()));

    /// <summary>Works off what is due in the outbox now.</summary>
    public async Task WorkOffAsync()
    {
        var round = _bots[0].Services.GetRequiredService<OutboxRound>();
        while (await round.RunAsync(TestContext.Current.CancellationToken) > 0)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in Enumerable.Reverse(_bots))
            await bot.DisposeAsync();
    }
}
