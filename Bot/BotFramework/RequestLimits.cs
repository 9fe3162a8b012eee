using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.BotFramework;

/// <summary>
/// What one conversation and one address may send. Of an address everything counts but health and what the channel proved that
/// it sent: all of a trust's messages come from the same few addresses of Microsoft's.
/// </summary>
internal sealed class RequestLimits(LimitSettings settings, TimeProvider clock)
{
    private const int RetryAfter = 10;

    private readonly CellRate _conversations = new(settings.PerConversation, clock), _addresses = new(settings.PerAddress, clock);

    /// <returns>Whether this much of the conversation is still heard, of which this was one.</returns>
    public bool Hears(string conversation) => _conversations.Takes(conversation, 1);

    /// <summary>Stands before every address of the bot.</summary>
    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/health"))
        {
            await next(http);
            return;
        }

        var address = AddressOf(http);
        if (!_addresses.Takes(address, 0))
        {
            Refuse(http.Response, StatusCodes.Status429TooManyRequests);
            return;
        }

        await next(http);
        if (!HttpMethods.IsPost(http.Request.Method) || ProvesNothing(http.Response.StatusCode))
            _addresses.Takes(address, 1);
    }

    /// <summary>What is refused once it is known that the channel sent it (another tenant, a conversation that says too much) would fall on all whom the channel speaks for.</summary>
    private static bool ProvesNothing(int status) => status is StatusCodes.Status400BadRequest or StatusCodes.Status401Unauthorized
        or StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed or StatusCodes.Status413PayloadTooLarge;

    /// <summary>With when to come again, in seconds.</summary>
    public static void Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        response.Headers.RetryAfter = $"{RetryAfter}";
    }

    /// <summary>Behind a proxy it is the last that a proxy says, which is what the nearest one saw; whoever comes from the internet says nothing of the kind.</summary>
    private static string AddressOf(HttpContext http)
    {
        var from = http.Connection.RemoteIpAddress;
        var said = from is null || IsNear(from) ? http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim() : "";
        return said.Length > 0 ? said : $"{from}";
    }

    private static bool IsNear(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.IsIPv6UniqueLocal)
            return true;

        var four = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return four.AddressFamily is AddressFamily.InterNetwork && four.GetAddressBytes() is var bytes
            && (bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168));
    }
}
