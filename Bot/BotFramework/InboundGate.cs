using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PolicyBot.BotFramework;

/// <summary>
/// Who may speak to the bot: the channel with its token, from the school's tenant. Without credentials, which the
/// start allows in Development only, this machine alone.
/// </summary>
internal sealed partial class InboundGate(BotCredentials credentials, ChannelTokenCheck token, RequestLimits limits, ILogger<InboundGate> log)
{
    /// <returns>200, 401 for a token that proves nothing, 403 for a tenant that is not the school's, or 429 for a conversation that has said too much.</returns>
    public async ValueTask<int> CheckAsync(HttpContext http, Activity activity, CancellationToken cancellationToken)
    {
        if (credentials.IsAnonymous)
            return IsThisMachine(http) && IsLoopback(activity.ServiceUrl) ? StatusCodes.Status200OK : Refuse(401, "not from this machine");
        if (await token.ReasonToRefuseAsync(http.Request.Headers.Authorization, activity, cancellationToken) is { } reason)
            return Refuse(StatusCodes.Status401Unauthorized, reason);

        if (!IsOurTenant(activity))
            return Refuse(StatusCodes.Status403Forbidden, "another tenant");

        return limits.Hears(activity.Conversation!.Id!) ? StatusCodes.Status200OK : Refuse(StatusCodes.Status429TooManyRequests, "too many from one conversation");
    }

    /// <summary>A proxy on this machine would make everybody local, and a web page can reach a local port by another name.</summary>
    private static bool IsThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded")
        && IsLoopback($"http://{http.Request.Host.Value}");

    private static bool IsLoopback(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;

    /// <summary>The tenant stands in the conversation, in Teams' channel data, or in both.</summary>
    private bool IsOurTenant(Activity activity)
    {
        var named = new[] { activity.Conversation?.TenantId, TeamsChannelData.TenantOf(activity) }.OfType<string>().ToList();
        return named.TrueForAll(tenant => string.Equals(tenant, credentials.TenantId, StringComparison.OrdinalIgnoreCase))
            && (named.Count > 0 || activity.ChannelId != Channels.Teams);
    }

    private int Refuse(int status, string reason)
    {
        Refused(status, reason);
        return status;
    }

    [LoggerMessage(LogLevel.Information, "An activity was refused with {Status}: {Reason}.")]
    private partial void Refused(int status, string reason);
}
