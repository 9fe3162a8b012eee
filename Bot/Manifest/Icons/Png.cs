using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PolicyBot.Manifest.Icons;

/// <summary>Reads the pixels of a PNG with 8 bits a channel, in colour, grey or of a palette: "Portable Network Graphics", W3C.</summary>
internal sealed class Png
{
    /// <summary>No icon is near as wide or high.</summary>
    private const int Widest = 4096;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly ArrayBufferWriter<byte> _packed = new();
    private byte[] _head = [], _palette = [], _transparency = [];

    private int Width => Number(_head, 0);

    private int Height => Number(_head, 4);

    /// <summary>Bytes for each pixel, by the colour type.</summary>
    private int Channels => _head[9] switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw new InvalidDataException("its colours are of an unknown type") };

    /// <exception cref="InvalidDataException">It is no such PNG; the message says why, to go on with after "because".</exception>
    public static Picture Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature))
            throw new InvalidDataException("it is no PNG");

        var png = new Png();
        png.ReadChunks(file);
        return png.Unpack();
    }

    private void ReadChunks(byte[] file)
    {
        for (var at = Signature.Length; at + 12 <= file.Length;)
        {
            var length = Number(file, at);
            if (length < 0 || length > file.Length - at - 12)
                throw new InvalidDataException("it is cut off");

            Take(Encoding.ASCII.GetString(file, at + 4, 4), file.AsSpan(at + 8, length));
            at += length + 12;
        }

        if (_head.Length != 13 || Width is < 1 or > Widest || Height is < 1 or > Widest)
            throw new InvalidDataException("it says no size that an icon could have");
        if (_head[8] != 8 || _head[12] != 0)
            throw new InvalidDataException("it is interlaced, or has not 8 bits for each channel");
    }

    private void Take(string kind, ReadOnlySpan<byte> content)
    {
        switch (kind)
        {
            case "IHDR":
                _head = content.ToArray();
                break;
            case "PLTE":
                _palette = content.ToArray();
                break;
            case "tRNS":
                _transparency = content.ToArray();
                break;
            case "IDAT":
                _packed.Write(content);
                break;
        }
    }

    private Picture Unpack()
    {
        var (row, rgba) = (Width * Channels, new byte[Width * Height * 4]);
        byte[] line = new byte[row], above = new byte[row];
        using var unpacked = new ZLibStream(new MemoryStream(_packed.WrittenSpan.ToArray()), CompressionMode.Decompress);
        for (var y = 0; y < Height; y++)
        {
            var filter = unpacked.ReadByte();
            if (filter < 0 || unpacked.ReadAtLeast(line, row, throwOnEndOfStream: false) < row)
                throw new InvalidDataException("it is cut off");

            PngFilter.Undo(filter, line, above, Channels);
            for (var x = 0; x < Width; x++)
                Put(line.AsSpan(x * Channels, Channels), rgba.AsSpan(((y * Width) + x) * 4, 4));

            (line, above) = (above, line);
        }

        return new Picture(Width, Height, rgba);
    }

    private void Put(ReadOnlySpan<byte> pixel, Span<byte> rgba)
    {
        ReadOnlySpan<byte> colour = _head[9] switch
        {
            0 => [pixel[0], pixel[0], pixel[0], 255],
            2 => [pixel[0], pixel[1], pixel[2], 255],
            3 when ((pixel[0] * 3) + 3) <= _palette.Length =>
                [.. _palette.AsSpan(pixel[0] * 3, 3), pixel[0] < _transparency.Length ? _transparency[pixel[0]] : (byte)255],
            4 => [pixel[0], pixel[0], pixel[0], pixel[1]],
            6 => pixel,
            _ => throw new InvalidDataException("it uses a colour that its palette has not"),
        };
        colour.CopyTo(rgba);
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
