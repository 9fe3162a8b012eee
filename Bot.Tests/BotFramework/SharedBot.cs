using PolicyBot.Tests.BotFramework;

[assembly: AssemblyFixture(typeof(SharedBot))]

namespace PolicyBot.Tests.BotFramework;

/// <summary>One bot for all tests that leave it as they found it.</summary>
public sealed class SharedBot : IAsyncLifetime
{
    internal BotHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await BotHost.StartAsync();

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}
