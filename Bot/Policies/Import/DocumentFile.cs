using System.Text;

namespace PolicyBot.Policies.Import;

/// <summary>Tells by its first bytes what a file is, whatever it is called, and reads it or says in a sentence why not.</summary>
internal static class DocumentFile
{
    public const int MostBytes = 5 * 1024 * 1024;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <exception cref="UnreadableDocumentException">Says what to do about it.</exception>
    public static SourceDocument Read(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
            throw new UnreadableDocumentException($"There is no file {path}. Write the name of a .docx, .md or .txt file.");
        if (new FileInfo(path).Length > MostBytes)
            throw new UnreadableDocumentException($"{name} is larger than 5 MB. Take the pictures out of it, or save its text alone.");

        return Read(File.ReadAllBytes(path), name);
    }

    public static SourceDocument Read(byte[] bytes, string name)
    {
        if (bytes.Length > MostBytes)
            throw new UnreadableDocumentException($"{name} is larger than 5 MB. Take the pictures out of it, or save its text alone.");
        if (Begins(bytes, "PK\x03\x04"u8))
            return WordDocument.Read(bytes, name);

        return PlainDocument.Read(TextOf(bytes, name), name.EndsWith(".md", StringComparison.OrdinalIgnoreCase));
    }

    private static string TextOf(byte[] bytes, string name)
    {
        if (Begins(bytes, [0xD0, 0xCF, 0x11, 0xE0]))
            throw new UnreadableDocumentException(name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
                ? $"{name} is protected with a password. Save it in Word without one."
                : $"{name} is in the old format of Word. Open it in Word and save it as .docx.");
        if (Begins(bytes, "%PDF"u8))
            throw new UnreadableDocumentException($"{name} is a PDF. Bring the Word document that it was made from, or copy its text into a .txt file.");
        if (Begins(bytes, "{\\rtf"u8))
            throw new UnreadableDocumentException($"{name} is in Rich Text Format. Open it in Word and save it as .docx.");

        var text = Decoded(bytes);
        if (text.Contains('\0'))
            throw new UnreadableDocumentException($"{name} is no text. Bring a .docx, .md or .txt file.");
        if (text.Length > 0 && name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableDocumentException($"{name} is broken: it is no Word document inside. Open it in Word and save it anew.");

        return text;
    }

    /// <summary>What is not in UTF-8 and has no mark of UTF-16 is taken for Windows-1252, as British computers wrote it.</summary>
    private static string Decoded(byte[] bytes)
    {
        if (Begins(bytes, [0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes.AsSpan(2));
        if (Begins(bytes, [0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2));

        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Windows.GetString(bytes);
        }
    }

    private static bool Begins(byte[] bytes, ReadOnlySpan<byte> with) => bytes.AsSpan().StartsWith(with);
}
