using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using PolicyBot.Manifest.Icons;

namespace PolicyBot.Tests.Manifest;

/// <summary>Writes PNGs of every kind that an icon may come in.</summary>
internal static class DrawnPng
{
    public static byte[] Of(int width, int height, Func<int, int, Pixel> draw) => Of(width, height, 6, row => [.. Enumerable.Range(0, width).SelectMany(x => Bytes(draw(x, row)))]);

    /// <param name="line">The bytes of a row, as its colour type has them.</param>
    /// <param name="filter">By which the row is stored, for each row.</param>
    public static byte[] Of(int width, int height, byte colorType, Func<int, byte[]> line, Func<int, int>? filter = null, byte[]? palette = null, byte depth = 8, byte interlace = 0)
    {
        var channels = colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                var kind = filter?.Invoke(y) ?? 0;
                zlib.WriteByte((byte)kind);
                zlib.Write(Filtered(line(y), y == 0 ? new byte[width * channels] : line(y - 1), channels, kind));
            }
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = (depth, colorType, interlace);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", head), .. palette is null ? [] : Chunk("PLTE", palette), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Bytes(Pixel pixel) => [pixel.Red, pixel.Green, pixel.Blue, pixel.Alpha];

    private static byte[] Filtered(byte[] row, byte[] above, int channels, int filter)
    {
        int Left(byte[] line, int i) => i < channels ? 0 : line[i - channels];

        return [.. row.Select((value, i) => (byte)(value - filter switch
        {
            1 => Left(row, i),
            2 => above[i],
            3 => (Left(row, i) + above[i]) / 2,
            4 => Paeth(Left(row, i), above[i], Left(above, i)),
            _ => 0,
        }))];
    }

    private static int Paeth(int left, int above, int corner) =>
        new[] { left, above, corner }.MinBy(each => Math.Abs(left + above - corner - each));

    /// <summary>The check sum at the end stays empty: nobody reads it.</summary>
    private static byte[] Chunk(string kind, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(kind), .. content, 0, 0, 0, 0];
    }
}
