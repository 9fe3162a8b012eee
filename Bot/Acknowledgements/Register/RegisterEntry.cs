using System.Text.Json;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Register;

/// <summary>What is to be written into the register, before it has a place there.</summary>
/// <param name="Person">Whose it is, by the id the channel vouches for; null for what is nobody's own.</param>
/// <param name="Item">What is acknowledged: a policy's id, or that of another document.</param>
/// <param name="Version">The version of it, by the first letters of its text's hash.</param>
internal sealed record RegisterRecord(string? Person, string Item, string Version, RegisterEvent Event, DateTimeOffset At)
{
    private const int VersionLength = 12;

    public static string VersionOf(string textHash) => textHash[..VersionLength];

    public static string VersionOf(Policy policy) => VersionOf(policy.TextHash);
}

/// <summary>One line of the register, in its place.</summary>
/// <param name="Kind">The event's kind, to be counted without reading it.</param>
/// <param name="Detail">The event as JSON; null where it was erased, as then are person and salt.</param>
/// <param name="Salt">Random, so that nobody can try out who an erased entry was about.</param>
/// <param name="Digest">SHA-256 of salt, person and detail: what the chain is made of, so that it holds when they are erased.</param>
/// <param name="Hash">SHA-256 of all of it and of the entry before.</param>
internal sealed record RegisterEntry(
    long Number, DateTimeOffset At, string Kind, string Item, string Version, string? Person, string? Detail, byte[]? Salt, byte[] Digest, byte[] Hash)
{
    /// <returns>The event as it was written; null where it was erased.</returns>
    public RegisterEvent? ReadEvent() => Detail is { } detail ? JsonSerializer.Deserialize(detail, RegisterJson.Default.RegisterEvent) : null;

    public bool IsErased => Person is null && Detail is null && Salt is null;
}

/// <summary>The end of the register: how many entries there are, and the hash of the last.</summary>
internal sealed record RegisterHead(long Count, byte[] Hash)
{
    /// <summary>Of a register in which nothing stands yet.</summary>
    public static RegisterHead Empty { get; } = new(0, new byte[RegisterChain.HashSize]);

    /// <summary>Short enough to be read out and written on paper; whoever holds one knows all entries up to it unchanged.</summary>
    public string CheckValue => $"{Count}-{Convert.ToHexStringLower(Hash)[..16]}";
}
