using PolicyBot.Answers.Reading;

namespace PolicyBot.Tests.Answers;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("freind", "friend")]
    [InlineData("frend", "friend")]
    [InlineData("friennd", "friend")]
    [InlineData("fruend", "friend")]
    [InlineData("griend", "griend")]
    [InlineData("frnd", "frnd")]
    [InlineData("friend", "friend")]
    public void One_slip_is_mended_and_none_on_the_first_letter(string written, string read) =>
        Assert.Equal(read, Knowing(("friend", 3), ("club", 3)).Mend(written));

    [Theory]
    [InlineData(5, 9, "parents")]
    [InlineData(9, 5, "parenta")]
    [InlineData(5, 5, "parenta")]
    public void Of_two_words_as_near_the_more_used_is_meant_and_of_equals_the_first(int first, int second, string meant) =>
        Assert.Equal(meant, Knowing(("parenta", first), ("parents", second)).Mend("parent"));

    /// <summary>Held against a table of all that is left, written out.</summary>
    [Fact]
    public void What_is_left_of_a_word_finds_it()
    {
        var random = new Random(1);
        string[] words = [.. Enumerable.Range(0, 300).Select(_ => new string([.. Enumerable.Range(0, random.Next(4, 7)).Select(_ => "abc"[random.Next(3)])])).Distinct()];
        var deletions = new Deletions(words);

        foreach (var left in words.SelectMany(Deletions.Of).Append("zzzz"))
            Assert.Equal(words.FirstOrDefault(word => Deletions.Of(word).Contains(left)), deletions.Lacking(left));
    }

    private static Spelling Knowing(params (string Word, int Uses)[] words)
    {
        var vocabulary = new Vocabulary();
        foreach (var (word, uses) in words)
            vocabulary.Add(word, uses);

        return new Spelling(vocabulary);
    }
}
