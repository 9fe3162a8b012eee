using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PolicyBot.Tests.Channel;

/// <summary>What the connector reads of a request. Not with the bot's types, whose faults it must not share.</summary>
internal sealed class JsonBody(JsonDocument? document) : IDisposable
{
    public bool IsObject => document is { RootElement.ValueKind: JsonValueKind.Object };

    public string? Type => String("type");

    /// <summary>The text, or a fingerprint of the cards of a message without one.</summary>
    public string? Text => String("text") ?? (Find("attachments") is { } cards
        ? $"card {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cards.GetRawText())))[..16]}"
        : null);

    public bool IsGroup => Find("isGroup") is { ValueKind: JsonValueKind.True };

    /// <summary>The one person a conversation is to be with.</summary>
    public string? MemberId => Find("members") is { ValueKind: JsonValueKind.Array } members
        && members.GetArrayLength() == 1 ? String(members[0], "id") : null;

    /// <returns>Of what is not JSON, a body without anything in it.</returns>
    public static JsonBody Parse(string body)
    {
        try
        {
            return new JsonBody(body.Length == 0 ? null : JsonDocument.Parse(body));
        }
        catch (JsonException)
        {
            return new JsonBody(null);
        }
    }

    public void Dispose() => document?.Dispose();

    private string? String(string name) => IsObject ? String(document!.RootElement, name) : null;

    private JsonElement? Find(string name) => IsObject ? Find(document!.RootElement, name) : null;

    private static string? String(JsonElement of, string name) =>
        Find(of, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement? Find(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : null;
}
