using System.Buffers;
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

    /// <summary>Used again for each entry: a check goes through a million of them.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _fields;

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
        var fields = Fields();
        Add(fields, Layout);
        Add(fields, salt);
        Add(fields, person is null ? "" : $"+{person}");
        Add(fields, detail);
        return SHA256.HashData(fields.WrittenSpan);
    }

    public static byte[] HashOf(RegisterEntry entry, byte[] before)
    {
        var fields = Fields();
        Add(fields, Layout);
        Add(fields, entry.Number);
        Add(fields, entry.At.ToUnixTimeMilliseconds());
        Add(fields, entry.Kind);
        Add(fields, entry.Item);
        Add(fields, entry.Version);
        Add(fields, entry.Digest);
        Add(fields, before);
        return SHA256.HashData(fields.WrittenSpan);
    }

    /// <summary>The event's kind as it stands in its JSON.</summary>
    private static string KindOf(string detail)
    {
        using var json = JsonDocument.Parse(detail);
        return json.RootElement.GetProperty("kind").GetString()!;
    }

    private static ArrayBufferWriter<byte> Fields()
    {
        var fields = _fields ??= new ArrayBufferWriter<byte>(512);
        fields.ResetWrittenCount();
        return fields;
    }

    private static void Add(ArrayBufferWriter<byte> fields, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(fields.GetSpan(sizeof(long)), number);
        fields.Advance(sizeof(long));
    }

    private static void Add(ArrayBufferWriter<byte> fields, byte[] field)
    {
        Add(fields, field.Length);
        fields.Write(field);
    }

    private static void Add(ArrayBufferWriter<byte> fields, string field)
    {
        Add(fields, Encoding.UTF8.GetByteCount(field));
        Encoding.UTF8.GetBytes(field, fields);
    }
}
