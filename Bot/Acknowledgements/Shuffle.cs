using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Acknowledgements;

/// <summary>
/// An order that differs from seed to seed and for one seed is the same everywhere, also under a later .NET,
/// which Random does not promise. An item added or taken away leaves the others in their order.
/// </summary>
internal readonly record struct Shuffle(string Seed)
{
    /// <summary>Sorted by this, items are shuffled.</summary>
    public ulong Place(string item) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}\n{item}")));
}
