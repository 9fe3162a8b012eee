using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Graph.Service;

/// <param name="RetryAfter">As the header says it: seconds with or without a fraction, or a date.</param>
internal sealed record GraphAnswer(int Status, JsonNode? Body = null, string? RetryAfter = null)
{
    /// <summary>In Graph's own shape.</summary>
    public static GraphAnswer Error(int status, string code, string message = "", string? retryAfter = null) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, retryAfter);

    public static GraphAnswer Some(IEnumerable<JsonNode> values) => new(200, new JsonObject { ["value"] = new JsonArray([.. values]) });

    public async Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        if (RetryAfter is not null)
            http.Response.Headers.RetryAfter = RetryAfter;
        if (Body is null)
            return;

        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(Body.ToJsonString(), http.RequestAborted);
    }
}
