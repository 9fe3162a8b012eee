using Azure.Identity;
using PolicyBot.BotFramework;

namespace PolicyBot.Commands.Doctor;

/// <summary>The way to Teams and back: the keys of the channel, the clock that tokens are held against, and the bot's own token.</summary>
internal sealed class ChannelExamination(BotCredentials credentials, HttpClient http, ConnectorTokens tokens, TimeProvider clock) : IExamination
{
    /// <summary>Tokens are taken with five minutes' grace.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(4), Unusual = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => credentials.IsAnonymous
        ? [Finding.Odd("channel", "MicrosoftAppId is not set: the bot talks to this machine only, and Teams cannot reach it.")]
        : [.. await KeysAsync(cancellationToken), await TokenAsync(cancellationToken)];

    private async Task<Finding[]> KeysAsync(CancellationToken cancellationToken)
    {
        var host = credentials.Metadata.Host;
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(Patience);
            using var answer = await http.GetAsync(credentials.Metadata, deadline.Token);
            var keys = answer.IsSuccessStatusCode
                ? Finding.Well("channel", $"{host} gives the keys that sign what Teams sends.")
                : Finding.Wrong("channel", $"{host} answers {(int)answer.StatusCode} to the question for the keys of Teams. Check BotOpenIdMetadata, or leave it out.");
            return answer.Headers.Date is { } there ? [keys, Clock(there, host)] : [keys];
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return [Finding.Wrong("channel", $"{host} cannot be reached ({fault.Message.TrimEnd('.')}), so nobody who writes can be believed. Let this machine reach it over https, by a proxy if need be (HTTPS_PROXY).")];
        }
    }

    private Finding Clock(DateTimeOffset there, string host)
    {
        var ahead = clock.GetUtcNow() - there;
        var off = $"This machine's clock is {ahead.Duration():h\\:mm\\:ss} {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} that of {host}.";
        return ahead.Duration() > Grace ? Finding.Wrong("clock", $"{off} Tokens are taken as out of date or not yet good. Set it by the network: timedatectl set-ntp true")
            : ahead.Duration() > Unusual ? Finding.Odd("clock", $"{off} Set it by the network: timedatectl set-ntp true")
            : Finding.Well("clock", "It is right.");
    }

    private async Task<Finding> TokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.GetAsync(cancellationToken) is null
                ? Finding.Wrong("token", "The bot has no credentials that can be used, so it can answer nobody. See the settings above.")
                : Finding.Well("token", "Entra gives the bot a token for Teams.");
        }
        catch (AuthenticationFailedException refused)
        {
            return Finding.Wrong("token", EntraRefusals.Sentence(refused, "Teams"));
        }
    }
}
