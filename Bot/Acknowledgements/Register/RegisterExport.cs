using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PolicyBot.Acknowledgements.Register;

/// <summary>The first line of an exported register.</summary>
internal sealed record ExportHead(string Register, string Club, DateTimeOffset AsAt, long Entries, string Hash);

/// <summary>An entry as a line of an exported register. Bytes are hexadecimal.</summary>
internal sealed record ExportedEntry(
    long Number, long At, string Kind, string Item, string Version, string Digest, string Hash, string? Person = null, string? Detail = null, string? Salt = null);

/// <summary>
/// The register as a file that can be checked without the bot's database: a head, a line for each entry, and the SHA-256 of all
/// that stands before it.
/// </summary>
internal static class RegisterExport
{
    private const string Layout = "policybot register 1", Seal = "sha256 ";

    public static async Task WriteAsync(IReadOnlyList<RegisterEntry> entries, RegisterHead head, string club, DateTimeOffset asAt, Stream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var first = JsonSerializer.Serialize(new ExportHead(Layout, club, asAt, head.Count, Hex(head.Hash)!), RegisterChain.Json.ExportHead);
        foreach (var line in entries.Select(entry => JsonSerializer.Serialize(Line(entry), RegisterChain.Json.ExportedEntry)).Prepend(first))
        {
            var bytes = Encoding.UTF8.GetBytes(line + "\n");
            hash.AppendData(bytes);
            await file.WriteAsync(bytes, cancellationToken);
        }

        await file.WriteAsync(Encoding.UTF8.GetBytes($"{Seal}{Hex(hash.GetHashAndReset())}\n"), cancellationToken);
    }

    /// <param name="stopsAtFirst">For whoever wants to know only whether it is whole.</param>
    /// <returns>What was tampered with, and the end of the register; a file that is none has one fault.</returns>
    public static (IReadOnlyList<string> Faults, RegisterHead Head) Check(ReadOnlySpan<byte> file, bool stopsAtFirst = false)
    {
        var check = new ChainCheck();
        var seal = file.TrimEnd((byte)'\n').LastIndexOf((byte)'\n') + 1;
        List<string> faults = SealOf(file[..seal]).AsSpan().SequenceEqual(file[seal..]) ? [] : ["The file is not the one that was exported: its last line does not fit what stands before it."];
        try
        {
            if (!stopsAtFirst || faults.Count == 0)
                Check(file[..seal], check, stopsAtFirst);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or ArgumentOutOfRangeException)
        {
            faults.Add("The file cannot be read as an exported register.");
        }

        return ([.. faults, .. check.Faults], check.Head);
    }

    /// <summary>A seal for what stands before it.</summary>
    public static byte[] SealOf(ReadOnlySpan<byte> content) => Encoding.UTF8.GetBytes($"{Seal}{Hex(SHA256.HashData(content))}\n");

    private static void Check(ReadOnlySpan<byte> lines, ChainCheck check, bool stopsAtFirst)
    {
        var first = lines.IndexOf((byte)'\n');
        var head = Parsed(first < 0 ? [] : lines[..first], RegisterJson.Default.ExportHead);
        var entries = lines[(first + 1)..];
        foreach (var line in entries.Split((byte)'\n'))
        {
            if (!entries[line].IsEmpty)
                check.Take(Entry(Parsed(entries[line], RegisterJson.Default.ExportedEntry)));
            if (stopsAtFirst && check.Faults.Count > 0)
                return;
        }

        check.End(new RegisterHead(head.Entries, Bytes(head.Hash)));
    }

    private static T Parsed<T>(ReadOnlySpan<byte> line, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(line, type) ?? throw new JsonException("Nothing stands here.");

    private static ExportedEntry Line(RegisterEntry entry) => new(entry.Number, entry.At.ToUnixTimeMilliseconds(), entry.Kind, entry.Item,
        entry.Version, Hex(entry.Digest)!, Hex(entry.Hash)!, entry.Person, entry.Detail, Hex(entry.Salt));

    private static RegisterEntry Entry(ExportedEntry line) => new(line.Number, DateTimeOffset.FromUnixTimeMilliseconds(line.At), line.Kind, line.Item,
        line.Version, line.Person, line.Detail, line.Salt is null ? null : Bytes(line.Salt), Bytes(line.Digest), Bytes(line.Hash));

    private static string? Hex(byte[]? bytes) => bytes is null ? null : Convert.ToHexStringLower(bytes);

    /// <summary>There is one way to write them, so that no letter of the file can be another.</summary>
    private static byte[] Bytes(string hex) => hex.AsSpan().ContainsAnyInRange('A', 'F')
        ? throw new FormatException("Bytes are written in small letters.") : Convert.FromHexString(hex);
}
