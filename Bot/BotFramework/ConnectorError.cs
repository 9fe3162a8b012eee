using System.Text.Json;

namespace PolicyBot.BotFramework;

/// <summary>The channel's error body, in either of its two shapes; empty where there is none or it is not JSON.</summary>
internal sealed record ConnectorError
{
    public Detail? Error { get; init; }

    /// <summary>The older shape: {"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"…}"}.</summary>
    public int? ErrorCode { get; init; }

    public string? Message { get; init; }

    public string Code => Error?.Code ?? SubCode(Message) ?? (ErrorCode is { } number ? $"{number}" : "");

    public static ConnectorError Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return body.IsEmpty ? new ConnectorError() : JsonSerializer.Deserialize(body, ActivityJson.Default.ConnectorError) ?? new ConnectorError();
        }
        catch (JsonException)
        {
            return new ConnectorError();
        }
    }

    private static string? SubCode(string? message) =>
        message?.Split('"') is { } parts && Array.IndexOf(parts, "subCode") is var at and >= 0 && at + 2 < parts.Length ? parts[at + 2] : null;

    internal sealed record Detail(string? Code, string? Message);
}
