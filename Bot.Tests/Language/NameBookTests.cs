using PolicyBot.Language.Names;

namespace PolicyBot.Tests.Language;

public sealed class NameBookTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "Language");

    [Fact]
    public void The_shipped_lists_are_whole_and_long_enough()
    {
        Assert.Empty(NameBook.MissingIn(Shipped));
        Assert.Empty(NameBook.Read(Shipped).Mistakes);
        Assert.True(Words("names.txt") >= 2_500, $"{Words("names.txt")} given names");
        Assert.True(Words("surnames.txt") >= 600, $"{Words("surnames.txt")} surnames");
    }

    [Fact]
    public void A_list_that_is_missing_and_a_word_that_is_none_are_told()
    {
        var folder = Directory.CreateTempSubdirectory("names").FullName;
        foreach (var file in new[] { "surnames.txt", "words.txt", "phrases.txt" })
            File.WriteAllText(Path.Combine(folder, file), "");

        Assert.StartsWith($"{Path.Combine(folder, "names.txt")} is missing.", Assert.Single(NameBook.MissingIn(folder)), StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(folder, "names.txt"), "# a remark\nZoë Ro8ert Hope?\n");
        var (book, mistakes) = NameBook.Read(folder);

        Directory.Delete(folder, recursive: true);
        Assert.Equal(["names.txt, line 2: 'Ro8ert' is no word. Write letters only, with a ? behind a name that is also a word."], mistakes);
        Assert.Equal((Sense.Given, true), (book.SensesOf("zoe"), book.SensesOf("HOPE").HasFlag(Sense.MaybeGiven)));
    }

    private static int Words(string file) =>
        File.ReadLines(Path.Combine(Shipped, file)).Where(line => line is [not '#', ..]).Sum(line => line.Split(' ').Length);
}
