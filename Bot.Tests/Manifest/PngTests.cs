using PolicyBot.Manifest.Icons;

namespace PolicyBot.Tests.Manifest;

public sealed class PngTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_way_to_store_a_row_gives_the_same_pixels(int filter)
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, 9).Select(_ => { var row = new byte[11 * 4]; random.NextBytes(row); return row; }).ToList();

        var picture = Png.Read(DrawnPng.Of(11, 9, 6, y => rows[y], _ => filter));

        Assert.Equal(rows.SelectMany(row => row), picture.Rgba);
    }

    [Fact]
    public void Grey_colour_and_palette_are_read()
    {
        Assert.Equal("#070707", $"{Png.Read(DrawnPng.Of(2, 1, 0, _ => [9, 7]))[1, 0]}");
        Assert.Equal(new Pixel(4, 5, 6, 255), Png.Read(DrawnPng.Of(2, 1, 2, _ => [1, 2, 3, 4, 5, 6]))[1, 0]);
        Assert.Equal(new Pixel(3, 3, 3, 4), Png.Read(DrawnPng.Of(2, 1, 4, _ => [1, 2, 3, 4]))[1, 0]);
        Assert.Equal(new Pixel(20, 21, 22, 255), Png.Read(DrawnPng.Of(2, 1, 3, _ => [0, 1], palette: [10, 11, 12, 20, 21, 22]))[1, 0]);
    }

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "it is no PNG", "GIF89a"u8.ToArray() },
        { "it is cut off", DrawnPng.Of(20, 20, (_, _) => default)[..60] },
        { "it is cut off", DrawnPng.Of(20, 20, 6, y => y < 9 ? new byte[80] : []) },
        { "it says no size that an icon could have", DrawnPng.Of(4, 4, (_, _) => default)[..8] },
        { "it says no size that an icon could have", DrawnPng.Of(5000, 1, (_, _) => default) },
        { "it is interlaced, or has not 8 bits for each channel", DrawnPng.Of(4, 4, 6, _ => new byte[16], interlace: 1) },
        { "it is interlaced, or has not 8 bits for each channel", DrawnPng.Of(4, 4, 6, _ => new byte[16], depth: 16) },
        { "its rows are stored in an unknown way", DrawnPng.Of(4, 4, 6, _ => new byte[16], _ => 5) },
        { "it uses a colour that its palette has not", DrawnPng.Of(4, 4, 3, _ => [0, 1, 2, 3], palette: [1, 1, 1]) },
        { "its colours are of an unknown type", DrawnPng.Of(4, 4, 5, _ => new byte[4]) },
    };

    [Theory, MemberData(nameof(Unreadable))]
    public void What_cannot_be_read_says_why(string why, byte[] file) =>
        Assert.Equal(why, Assert.Throws<InvalidDataException>(() => Png.Read(file)).Message);
}
