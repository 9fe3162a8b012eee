using System.Text;

namespace PolicyBot.Acknowledgements.People;

/// <summary>A file's bytes as text, in whichever way the spreadsheet saved it.</summary>
internal static class RosterBytes
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="note">Says so where the encoding is a guess.</param>
    /// <returns>The text; null where the bytes are a workbook and no text.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string? note)
    {
        note = null;
        if (IsWorkbook(bytes))
            return null;

        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes[2..]);

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            note = "The file is not in UTF-8 and was read as Windows-1252. Look at the names with accents.";
            return Windows1252.GetString(bytes);
        }
    }

    /// <summary>Excel's files of today are zip archives; those of before 2007 have their own mark.</summary>
    private static bool IsWorkbook(ReadOnlySpan<byte> bytes) =>
        bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];
}
