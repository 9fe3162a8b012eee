using PolicyBot.Acknowledgements.Versions;

namespace PolicyBot.Tests.Acknowledgements.Versions;

public sealed class TextHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 9, 7, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_bot_without_a_text_yet_waits_for_nothing()
    {
        var none = new TextHistory(null, []);

        Assert.False(none.IsUndecided("a"));
        Assert.Equal(["a"], none.Counting("a"));
    }

    [Fact]
    public void A_new_text_waits_until_it_is_said_what_it_is()
    {
        Assert.True(History().IsUndecided("b"));
        Assert.False(History(Corrects("a", "b")).IsUndecided("b"));
        Assert.True(History(Corrects("a", "b")).IsUndecided("a"));
    }

    [Fact]
    public void What_was_confirmed_counts_through_corrections_and_no_further()
    {
        var history = History(Corrects("a", "b"), Changes("b", "c"), Corrects("c", "d"), Corrects("d", "e"));

        Assert.Equal(["c", "d", "e"], history.SameAs("e").Order());
        Assert.Equal(["a", "b"], history.SameAs("b").Order());
    }

    [Fact]
    public void A_text_that_comes_back_counts_again()
    {
        Assert.Equal(["a", "b"], History(Corrects("a", "b"), Corrects("b", "a")).SameAs("a").Order());
        Assert.Equal(["a"], History(Changes("a", "b"), Changes("b", "a")).SameAs("a"));
    }

    [Fact]
    public void While_a_text_waits_both_count() =>
        Assert.Equal(["a", "b", "x"], History(Corrects("a", "b")).Counting("x").Order());

    [Fact]
    public void The_change_a_text_came_by_is_found_through_its_corrections()
    {
        var history = History(Changes("a", "b"), Corrects("b", "c"));

        Assert.Equal("a", history.MeaningOf("c")?.From);
        Assert.Null(history.MeaningOf("a"));
        Assert.Null(History(Corrects("a", "b")).MeaningOf("b"));
    }

    [Fact]
    public void As_it_was_before_a_day()
    {
        var history = History(Changes("a", "b"), Changes("b", "c"));

        Assert.Equal("b", history.Before(Start.AddDays(2)).Settled);
        Assert.Equal("a", history.Before(Start).Settled);
    }

    private static TextHistory History(params IReadOnlyList<TextChange> changes) =>
        new("a", [.. changes.Select((change, place) => change with { Number = place + 1, At = Start.AddDays(place + 1) })]);

    private static TextChange Corrects(string from, string to) => new("social-media", 0, from, to, true, [], "Sam", "a slip", Start);

    private static TextChange Changes(string from, string to) => new("social-media", 0, from, to, false, ["offence"], "Sam", "a new rule", Start);
}
