using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Policies.Import;

/// <summary>Opens a Word document, which is a packed folder and may hold more than it seems to.</summary>
internal static class WordDocument
{
    private const long MostUnpacked = 60 * 1024 * 1024;
    private const int MostFiles = 2_000, Deepest = 150;

    /// <exception cref="UnreadableDocumentException">Says what to do about it.</exception>
    public static SourceDocument Read(byte[] bytes, string name)
    {
        try
        {
            CheckSize(bytes, name);
            using var word = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            if (word.MainDocumentPart is not { Document.Body: { } body } main)
                throw new UnreadableDocumentException($"{name} is no Word document inside. Bring a .docx, .md or .txt file.");

            return new WordReader(main).Read(body);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException or IOException
            or ArgumentException or InvalidOperationException or FormatException or NotSupportedException)
        {
            throw new UnreadableDocumentException($"{name} is broken or protected. Open it in Word, save it anew without a password, and try again.", broken);
        }
    }

    /// <summary>Unpacks everything once and counts: what a packed file says of its own size need not be so.</summary>
    private static void CheckSize(byte[] bytes, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
        var (left, buffer) = (MostUnpacked, new byte[81_920]);
        if (zip.Entries.Count > MostFiles)
            throw TooLarge(name);

        foreach (var entry in zip.Entries)
        {
            using var file = entry.Open();
            for (int read; (read = file.Read(buffer)) > 0;)
                if ((left -= read) < 0)
                    throw TooLarge(name);
        }

        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
            CheckDepth(entry, name);
    }

    private static void CheckDepth(ZipArchiveEntry entry, string name)
    {
        using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
        while (xml.Read())
            if (xml.Depth > Deepest)
                throw TooLarge(name);
    }

    private static UnreadableDocumentException TooLarge(string name) =>
        new($"{name} unpacks to more than a policy can be. Copy its text into a new Word document and bring that.");
}
