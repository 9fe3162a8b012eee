namespace PolicyBot.Manifest.Icons;

/// <summary>Rows of a PNG are stored as differences from their neighbours: "Filtering", Portable Network Graphics, W3C.</summary>
internal static class PngFilter
{
    public static void Undo(int filter, byte[] line, byte[] above, int channels)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var (left, corner) = i < channels ? (0, 0) : (line[i - channels], (int)above[i - channels]);
            line[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                4 => Nearest(left, above[i], corner),
                _ => throw new InvalidDataException("its rows are stored in an unknown way"),
            });
        }
    }

    private static int Nearest(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
