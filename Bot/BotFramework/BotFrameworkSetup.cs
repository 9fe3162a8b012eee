using System.Net;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyBot.BotFramework;

/// <summary>The wire: registrations and the one address that channels call.</summary>
internal static class BotFrameworkSetup
{
    /// <param name="mistakes">Gets a sentence for each setting that is wrong.</param>
    public static IServiceCollection AddBotFramework(
        this IServiceCollection services, IConfiguration settings, bool isDevelopment, List<string> mistakes)
    {
        var (credentials, wrong) = BotCredentials.From(settings, isDevelopment);
        var (limits, wrongHere) = LimitSettings.From(settings);
        mistakes.AddRange([.. wrong, .. wrongHere]);
        services.AddSingleton(limits).AddSingleton<RequestLimits>();
        return services.AddBotFramework(credentials, wrong.Count == 0);
    }

    /// <summary>Before anything is mapped.</summary>
    public static void LimitRequests(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RequestLimits>();
        app.Use(limits.PassAsync);
    }

    public static void MapBotFramework(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<MessagesEndpoint>();
        routes.MapPost("/api/messages", endpoint.AnswerAsync);
    }

    /// <param name="isRight">Whether the credentials can be used: what needs none, such as a command that looks at the settings, runs without.</param>
    private static IServiceCollection AddBotFramework(this IServiceCollection services, BotCredentials credentials, bool isRight) => services
        .AddSingleton(credentials)
        .AddSingleton(_ => Client())
        .AddSingleton<SigningKeys>()
        .AddSingleton<ChannelTokenCheck>()
        .AddSingleton<InboundGate>()
        .AddSingleton<ServiceHosts>()
        .AddSingleton<RetryRules>()
        .AddSingleton(provider => new ConnectorTokens(isRight ? Credential(credentials) : null, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<ConnectorClient>()
        .AddSingleton<MessagesEndpoint>();

    private static TokenCredential? Credential(BotCredentials credentials) => credentials switch
    {
        { IsAnonymous: true } => null,
        { AppType: BotCredentials.UserAssignedMsi } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(credentials.AppId)),
        _ => new ClientSecretCredential(credentials.TenantId, credentials.AppId, credentials.Password),
    };

    /// <summary>No redirects, which could carry a token elsewhere, and no cookies; connections move with the DNS.</summary>
    private static HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { { "User-Agent", "Microsoft-BotFramework/3.1 PolicyBot" } },
    };
}
