using PolicyBot.Acknowledgements.Versions;

namespace PolicyBot.Tests.Acknowledgements.Versions;

public sealed class WordChangesTests
{
    [Theory]
    [InlineData("Keep it in the office.", "Keep it in the locked office.", "Keep it in the office.", "Keep it in the <ins>locked </ins>office.")]
    [InlineData("Call home today.", "Write home today.", "<del>Call</del> home today.", "<ins>Write</ins> home today.")]
    [InlineData("Same words.", "Same words.", "Same words.", "Same words.")]
    [InlineData("", "All new", "", "<ins>All new</ins>")]
    [InlineData("A < b & c", "A < b", "A &lt; b<del> &amp; c</del>", "A &lt; b")]
    public void Words_that_differ_are_marked(string before, string after, string old, string other) =>
        Assert.Equal((old, other), WordChanges.Mark(before, after));

    [Fact]
    public void A_clause_of_many_thousand_words_is_shown_unmarked_and_at_once()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 5_000));

        Assert.Equal((words, $"{words} more"), WordChanges.Mark(words, $"{words} more"));
    }
}
