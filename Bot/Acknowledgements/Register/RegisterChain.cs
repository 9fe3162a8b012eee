using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyBot.Acknowledgements.Register;

/// <summary>
/// Chains each entry to the one before by SHA-256. Every field goes in with its length before it, so that no two entries
/// come to the same bytes. The layout is part of the evidence: it is never changed, only followed by another version.
/// </summary>
internal static class RegisterChain
{
    public const int HashSize = SHA256.HashSizeInBytes;

    /// <summary>To be read by people too: no escapes for a web page.</summary>
    internal static readonly RegisterJson Json = new(new JsonSerializerOptions(RegisterJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private const int SaltSize = 16;

    private static readonly byte[] Layout = "policybot register 1"u8.ToArray();

    public static RegisterEntry Append(RegisterHead head, RegisterRecord record)
    {
        var detail = JsonSerializer.Serialize(record.Event, Json.RegisterEvent);
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var entry = new RegisterEntry(head.Count + 1, DateTimeOffset.FromUnixTimeMilliseconds(record.At.ToUnixTimeMilliseconds()),
            KindOf(detail), record.Item, record.Version, record.Person, detail, salt, DigestOf(salt, record.Person, detail), []);
        return entry with { Hash = HashOf(entry, head.Hash) };
    }

    public static byte[] DigestOf(byte[] salt, string? person, string detail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Layout);
        Add(hash, salt);
        Add(hash, person is null ? [] : Encoding.UTF8.GetBytes($"+{person}"));
        Add(hash, Encoding.UTF8.GetBytes(detail));
        return hash.GetHashAndReset();
    }

    public static byte[] HashOf(RegisterEntry entry, byte[] before)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Layout);
        Add(hash, entry.Number);
        Add(hash, entry.At.ToUnixTimeMilliseconds());
        Add(hash, Encoding.UTF8.GetBytes(entry.Kind));
        Add(hash, Encoding.UTF8.GetBytes(entry.Item));
        Add(hash, Encoding.UTF8.GetBytes(entry.Version));
        Add(hash, entry.Digest);
        Add(hash, before);
        return hash.GetHashAndReset();
    }

    /// <summary>The event's kind as it stands in its JSON.</summary>
    private static string KindOf(string detail)
    {
        using var json = JsonDocument.Parse(detail);
        return json.RootElement.GetProperty("kind").GetString()!;
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, byte[] field)
    {
        Add(hash, field.Length);
        hash.AppendData(field);
    }
}
