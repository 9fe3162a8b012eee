using System.IO.Compression;

namespace PolicyBot.Manifest;

/// <summary>What Teams is given: a zip with the manifest and what it names, at its root.</summary>
/// <param name="Files">By the name in the zip.</param>
internal sealed record AppPackage(IReadOnlyDictionary<string, byte[]> Files)
{
    public const string Manifest = "manifest.json";

    /// <summary>No file of such a zip is near as long, and what is unpacked from it need not be believed.</summary>
    private const int Longest = 4_000_000, MostFiles = 100;

    /// <summary>The same files make the same zip, whenever it is made.</summary>
    private static readonly DateTimeOffset Stamp = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="InvalidDataException">It is no zip, or none that is read to its end.</exception>
    public static AppPackage Read(Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostFiles)
            throw new InvalidDataException($"It holds {archive.Entries.Count} files.");

        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            if (!files.TryAdd(entry.FullName, Unpack(entry)))
                throw new InvalidDataException($"It holds {entry.FullName} twice.");

        return new AppPackage(files);
    }

    public byte[] ToZip()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Files.OrderBy(file => file.Key != Manifest).ThenBy(file => file.Key, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Stamp;
                using var file = entry.Open();
                file.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Unpack(ZipArchiveEntry entry)
    {
        using var packed = entry.Open();
        using var unpacked = new MemoryStream();
        var part = new byte[81_920];
        for (int read; (read = packed.Read(part)) > 0;)
        {
            if (unpacked.Length + read > Longest)
                throw new InvalidDataException($"{entry.FullName} is longer than {Longest:N0} bytes.");

            unpacked.Write(part, 0, read);
        }

        return unpacked.ToArray();
    }
}
