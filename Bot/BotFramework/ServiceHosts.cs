namespace PolicyBot.BotFramework;

/// <summary>Which hosts may be sent the bot's token: the Bot Connector's, and those the settings add.</summary>
internal sealed class ServiceHosts(BotCredentials credentials)
{
    private static readonly string[] Exact = ["smba.trafficmanager.net", "botframework.com"];
    private static readonly string[] Below = [".botframework.com", ".teams.microsoft.com", ".teams.microsoft.us"];

    /// <summary>https to an allowed host; without credentials there is no token, and this machine is allowed instead.</summary>
    public bool Allows(Uri address)
    {
        if (credentials.IsAnonymous)
            return address.IsLoopback;

        var host = address.IdnHost.ToLowerInvariant();
        return address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0
            && (Exact.Contains(host) || Array.Exists(Below, host.EndsWith) || credentials.MoreHosts.Contains(host, StringComparer.OrdinalIgnoreCase));
    }
}
