using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace PolicyBot.Language.Cloud;

/// <summary>The way to Azure AI Language: the key or the bot's identity, one try, and nothing of it in any log.</summary>
internal static class AzurePipeline
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    /// <param name="transport">Takes the place of the usual one; for tests.</param>
    /// <param name="credential">Takes the place of the machine's identity; for tests.</param>
    public static HttpPipeline Build(
        LanguageSettings settings, Patience patience, HttpPipelineTransport? transport = null, TokenCredential? credential = null)
    {
        var options = new Options { Retry = { MaxRetries = 0, NetworkTimeout = patience.OneTry } };
        options.Diagnostics.IsLoggingEnabled = options.Diagnostics.IsLoggingContentEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = options.Diagnostics.IsTelemetryEnabled = false;
        if (transport is not null)
            options.Transport = transport;

        return HttpPipelineBuilder.Build(options, settings.Key is { } key
            ? new KeyPolicy(key)
            : new BearerTokenAuthenticationPolicy(credential ?? Identity(settings.IdentityId), Scope));
    }

    private static ManagedIdentityCredential Identity(string? clientId) =>
        new(clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId));

    private sealed class Options : ClientOptions;

    /// <summary>Azure.Core has one too, for its own clients only.</summary>
    private sealed class KeyPolicy(string key) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", key);
    }
}
