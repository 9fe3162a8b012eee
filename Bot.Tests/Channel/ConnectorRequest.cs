using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PolicyBot.Tests.Channel;

/// <summary>v3/conversations[/{conversation}[/{collection}[/{item}]]], the ids unescaped.</summary>
internal sealed record ConnectorRequest(
    string Method, string? Conversation, string? Collection, string? Item, IQueryCollection Query, string Body)
{
    private const string Root = "/v3/conversations";

    public Limited Limit => this switch
    {
        { Conversation: null } => Limited.Create,
        { Collection: "activities" } => Limited.Send,
        _ => Limited.Members,
    };

    /// <returns>Null where the path is none of the connector's.</returns>
    public static ConnectorRequest? Parse(HttpContext http, string body)
    {
        var target = RawPath(http);
        if (target.IndexOf(Root, StringComparison.Ordinal) is var at && at < 0)
            return null;

        var parts = target[(at + Root.Length)..].Split('/').Skip(1).Select(Uri.UnescapeDataString).ToArray();
        string? Part(int index) => parts.ElementAtOrDefault(index);
        return parts.Length > 3
            ? null
            : new ConnectorRequest(http.Request.Method, Part(0), Part(1), Part(2), http.Request.Query, body);
    }

    public static async Task<string> BodyAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    /// <summary>As it was sent: the server unescapes all but the slash, and then nothing tells them apart.</summary>
    private static string RawPath(HttpContext http) =>
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
}
