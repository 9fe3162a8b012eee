using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyBot.BotFramework;

namespace PolicyBot.Tests.BotFramework;

/// <summary>Without credentials only this machine may speak, whatever stands between.</summary>
public sealed class AnonymousGateTests
{
    private readonly InboundGate _gate = new(new BotCredentials(), null!, null!, NullLogger<InboundGate>.Instance);

    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", null, "http://localhost:56150/_connector", 200)]
    [InlineData("::1", "127.0.0.1:3978", null, "http://127.0.0.1:1/", 200)]
    [InlineData("127.0.0.1", "[::1]:3978", null, "http://[::1]:1/", 200)]
    [InlineData("192.168.1.20", "localhost:3978", null, "http://localhost/", 401)]
    [InlineData("127.0.0.1", "rebound.example.org", null, "http://localhost/", 401)]
    [InlineData("127.0.0.1", "localhost:3978", "X-Forwarded-For", "http://localhost/", 401)]
    [InlineData("127.0.0.1", "localhost:3978", "Forwarded", "http://localhost/", 401)]
    [InlineData("127.0.0.1", "localhost:3978", null, "https://evil.example.org/", 401)]
    [InlineData("127.0.0.1", "localhost:3978", null, "nonsense", 401)]
    public async Task Only_this_machine_is_let_in(string remote, string host, string? header, string serviceUrl, int status)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(remote) } };
        http.Request.Host = new HostString(host);
        if (header is not null)
            http.Request.Headers[header] = "10.0.0.1";

        Assert.Equal(status, await _gate.CheckAsync(http, new Activity { ServiceUrl = serviceUrl }, TestContext.Current.CancellationToken));
    }
}
