using System.Globalization;
using PolicyBot.Manifest.Icons;

namespace PolicyBot.Manifest.Rules;

/// <summary>The pixels of the icons: "Create your app icons", Microsoft Teams documentation.</summary>
internal static class IconRules
{
    private const int ColorSize = 192, SymbolSize = 96, OutlineSize = 32;

    /// <summary>What the eye needs to tell a symbol from its ground: "non-text contrast", WCAG 2.2.</summary>
    private const double LeastContrast = 3;

    public static IEnumerable<string> Faults(TeamsManifest manifest, AppPackage package) =>
    [
        .. Picture(package, manifest.Icons.Color, ColorSize, picture => Color(manifest.Icons.Color, picture)),
        .. Picture(package, manifest.Icons.Outline, OutlineSize, picture => Outline(manifest.Icons.Outline, picture)),
        .. Accent(manifest.AccentColor),
    ];

    private static IEnumerable<string> Picture(AppPackage package, string name, int size, Func<Picture, IEnumerable<string>> rule)
    {
        if (!package.Files.TryGetValue(name, out var file))
            return [];

        try
        {
            var picture = Png.Read(file);
            return (picture.Width, picture.Height) == (size, size) ? rule(picture)
                : [$"{name} is {picture.Width} by {picture.Height} pixels. Draw it {size} by {size}."];
        }
        catch (InvalidDataException unreadable)
        {
            return [$"{name} cannot be read: {unreadable.Message}. Save it as a PNG with 8 bits for each channel, not interlaced."];
        }
    }

    /// <summary>Teams cuts the ground into its own shapes, and counts on nothing being drawn on it.</summary>
    private static IEnumerable<string> Color(string name, Picture picture)
    {
        const int First = (ColorSize - SymbolSize) / 2, Last = First + SymbolSize - 1;
        var ground = picture[0, 0];
        if (ground.Alpha is not (0 or 255))
            yield return $"{name} has a ground that is half transparent. Make it one solid colour, or fully transparent.";
        else if (picture.Pixels.Where(at => at is not { X: >= First and <= Last, Y: >= First and <= Last } && at.Pixel != ground).Take(1).ToList() is [var outside])
            yield return $"{name} has {outside.Pixel} at {outside.X}, {outside.Y} on its ground of {ground}. "
                + $"Keep the symbol within the middle {SymbolSize} by {SymbolSize} pixels.";
        else if (picture.Pixels.All(at => at.Pixel == ground))
            yield return $"{name} shows nothing. Draw a symbol within its middle {SymbolSize} by {SymbolSize} pixels.";
    }

    private static IEnumerable<string> Outline(string name, Picture picture)
    {
        if (picture.Pixels.FirstOrDefault(at => at.Pixel.Alpha > 0 && !at.Pixel.IsWhite) is { Pixel.Alpha: > 0 } tinted)
            yield return $"{name} has {tinted.Pixel} at {tinted.X}, {tinted.Y}. Make it pure white (#FFFFFF) on transparent, and nothing else.";
        else if (picture.Pixels.All(at => at.Pixel.Alpha > 0))
            yield return $"{name} is white all over. Make everything but the lines transparent.";
        else if (picture.Pixels.All(at => at.Pixel.Alpha == 0))
            yield return $"{name} shows nothing. Draw the symbol in pure white (#FFFFFF).";
    }

    /// <summary>Teams puts the white outline onto this colour.</summary>
    private static IEnumerable<string> Accent(string color)
    {
        var part = (int at) => byte.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var contrast = 1.05 / (new Pixel(part(1), part(3), part(5), 255).Luminance + 0.05);
        if (contrast < LeastContrast)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"accentColor is {color}, on which the white outline is hard to see (contrast {contrast:0.0}). Take a darker one: {LeastContrast:0} or more.");
    }
}
