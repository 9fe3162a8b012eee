using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>Turns that lose nothing, and the outbox that keeps what they promise.</summary>
internal static class TurnsSetup
{
    /// <param name="mistakes">Gets a sentence for each setting that is wrong.</param>
    public static IServiceCollection AddTurns(this IServiceCollection services, IConfiguration settings, List<string> mistakes)
    {
        var (outbox, wrong) = OutboxSettings.From(settings);
        var (errands, wrongHere) = ErrandSettings.From(settings);
        mistakes.AddRange([.. wrong, .. wrongHere]);
        services.AddHealthChecks()
            .AddCheck<OutboxCheck>("outbox", HealthStatus.Degraded, timeout: OutboxCheck.Patience)
            .AddCheck<ErrandsCheck>("errands", HealthStatus.Degraded, timeout: OutboxCheck.Patience);
        return services
            .AddSingleton(outbox)
            .AddSingleton<ConversationGates>()
            .AddSingleton<WaitingConversations>()
            .AddSingleton<HeldUpReplies>()
            .AddSingleton<LastingTurns>()
            .AddSingleton<ConversationTurns>()
            .AddSingleton<OutboxPace>()
            .AddSingleton<OutboxRound>()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<OutboxDelivery>(provider, SendingOnce(provider)))
            .AddSingleton<DeliveryLog>()
            .AddSingleton<ReferenceBook>()
            .AddHostedService(provider => provider.GetRequiredService<DeliveryLog>())
            .AddHostedService(provider => provider.GetRequiredService<ReferenceBook>())
            .AddHostedService<OutboxDispatcher>()
            .AddSingleton(errands)
            .AddSingleton<ErrandRound>()
            .AddHostedService<ErrandDispatcher>();
    }

    /// <summary>The outbox has a clock of its own for trying again, and must not hold a batch up.</summary>
    private static ConnectorClient SendingOnce(IServiceProvider provider) =>
        ActivatorUtilities.CreateInstance<ConnectorClient>(provider, new RetryRules(provider.GetRequiredService<TimeProvider>(), RetryRules.Once));
}
