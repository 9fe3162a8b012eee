using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Channel;

/// <summary>
/// What the connector answers. "Status codes from bot conversational APIs", Microsoft Teams documentation.
/// </summary>
internal sealed record ConnectorAnswer(int Status, string Body, string? RetryAfter = null)
{
    public static ConnectorAnswer BadSyntax => Error(400, "BadSyntax");

    public static ConnectorAnswer BadArgument => Error(400, "Bad Argument");

    public static ConnectorAnswer NotInstalled => Error(403, "ForbiddenOperationException");

    public static ConnectorAnswer ConversationNotFound => Error(404, "ConversationNotFound");

    public static ConnectorAnswer ActivityNotFound => Error(404, "ActivityNotFoundInConversation");

    public static ConnectorAnswer MemberNotFound => Error(404, "MemberNotFoundInConversation");

    public static ConnectorAnswer TooBig => Error(413, "MessageSizeTooBig");

    /// <summary>A message that is kept, and its id.</summary>
    public static ConnectorAnswer Resource(int status, string id) =>
        new(status, $$"""{"id":{{JsonSerializer.Serialize(id)}}}""");

    public static ConnectorAnswer Throttled(TimeSpan? wait) => Error(429, "Throttled") with
    {
        RetryAfter = wait is { } time ? Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null,
    };

    /// <summary>What stands before the connector answers with a page of its own.</summary>
    public static ConnectorAnswer Busy(int status) =>
        status is 412 ? Error(412, "PreconditionFailed") : new(status, "<html>busy</html>");

    /// <returns>Null where the conversation can be reached.</returns>
    public static ConnectorAnswer? Unreachable(Reach reach) => reach switch
    {
        Reach.Uninstalled => Error(403, "BotNotInConversationRoster"),
        Reach.Blocked => Error(403, "ConversationBlockedByUser"),
        Reach.WritesBlocked => new(403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"}"""),
        _ => null,
    };

    public async Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        http.Response.ContentType = "application/json; charset=utf-8";
        if (RetryAfter is not null)
            http.Response.Headers.RetryAfter = RetryAfter;

        await http.Response.WriteAsync(Body, http.RequestAborted);
    }

    private static ConnectorAnswer Error(int status, string code) =>
        new(status, $$$"""{"error":{"code":"{{{code}}}","message":"The stand-in says {{{code}}}."}}""");
}
