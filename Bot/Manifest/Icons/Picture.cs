namespace PolicyBot.Manifest.Icons;

/// <param name="Rgba">Four bytes for each pixel, row by row.</param>
internal sealed record Picture(int Width, int Height, byte[] Rgba)
{
    public Pixel this[int x, int y] => Pixel.At(Rgba, ((y * Width) + x) * 4);

    public IEnumerable<(int X, int Y, Pixel Pixel)> Pixels
    {
        get
        {
            for (var y = 0; y < Height; y++)
                for (var x = 0; x < Width; x++)
                    yield return (x, y, this[x, y]);
        }
    }
}

internal readonly record struct Pixel(byte Red, byte Green, byte Blue, byte Alpha)
{
    public static Pixel At(byte[] rgba, int at) => new(rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3]);

    public bool IsWhite => this is { Red: 255, Green: 255, Blue: 255 };

    /// <summary>How bright it is to the eye, from 0 to 1: "relative luminance", WCAG 2.2.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    public override string ToString() => $"#{Red:X2}{Green:X2}{Blue:X2}";

    private static double Linear(byte part) => part / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
