using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Graph.Service;

/// <summary>What was asked of Graph. The path is in its parts, without the version: "users", "1", "events".</summary>
internal sealed record GraphRequest(string Method, IReadOnlyList<string> Path, IReadOnlyDictionary<string, string> Query, JsonElement Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Line => $"{Method} /{string.Join('/', Path)}";

    public static async Task<GraphRequest> ReadAsync(HttpContext http)
    {
        using var text = new StreamReader(http.Request.Body);
        var body = await text.ReadToEndAsync(http.RequestAborted);
        return new GraphRequest(
            http.Request.Method,
            [.. http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1)],
            http.Request.Query.ToDictionary(pair => pair.Key, pair => $"{pair.Value}"),
            body.Length == 0 ? default : JsonDocument.Parse(body).RootElement,
            http.Request.Headers.ToDictionary(pair => pair.Key, pair => $"{pair.Value}", StringComparer.OrdinalIgnoreCase));
    }

    /// <param name="pattern">"POST users/*/events", with a star for an id.</param>
    public bool Is(string pattern)
    {
        var (method, path) = (pattern.Split(' ')[0], pattern.Split(' ')[1].Split('/'));
        return method == Method && path.Length == Path.Count && path.Zip(Path).All(pair => pair.First == "*" || pair.First == pair.Second);
    }

    public string? Option(string name) => Query.GetValueOrDefault($"${name}");
}
