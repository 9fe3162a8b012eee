using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Channel;

internal sealed record ReceivedCall(string Method, string Path, string Body, string Authorization)
{
    public static ReceivedCall Of(HttpRequest request, string body) =>
        new(request.Method, request.Path.Value!, body, request.Headers.Authorization.ToString());
}
