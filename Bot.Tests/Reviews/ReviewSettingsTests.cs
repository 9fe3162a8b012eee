using Microsoft.Extensions.Configuration;
using PolicyBot.Reviews;

namespace PolicyBot.Tests.Reviews;

public sealed class ReviewSettingsTests
{
    [Fact]
    public void Without_settings_a_review_is_spoken_of_ninety_sixty_thirty_and_seven_days_before()
    {
        var (settings, mistakes) = Read();

        Assert.Empty(mistakes);
        Assert.Equal([90, 60, 30, 7], settings.DaysBefore);
        Assert.Equal((30, 60, 12), (settings.HeadAfter, settings.ChairAfter, settings.EveryMonths));
        Assert.Empty(settings.Channels);
    }

    [Fact]
    public void With_graph_it_is_the_feed_and_the_calendar_unless_settings_say_otherwise()
    {
        Assert.Equal(["feed", "calendar"], Read(("Graph:Enabled", "true")).Settings.Channels);
        Assert.Equal(["todo", "mail"], Read(("Graph:Enabled", "true"), ("Reviews:Channels", "todo mail")).Settings.Channels);
    }

    [Fact]
    public void Days_may_be_written_in_any_order() =>
        Assert.Equal([60, 14, 1], Read(("Reviews:DaysBefore", "14, 60 1")).Settings.DaysBefore);

    [Theory]
    [InlineData("DaysBefore", "30 soon", "Reviews:DaysBefore has 'soon'. Write a whole number from 1 to 730.")]
    [InlineData("HeadAfter", "0", "Reviews:HeadAfter has '0'. Write a whole number from 1 to 730.")]
    [InlineData("HeadAfter", "90", "Reviews:ChairAfter is 60 and Reviews:HeadAfter is 90. The chair comes after the head: give it as many days or more.")]
    [InlineData("EveryMonths", "x", "Reviews:EveryMonths has 'x'. Write a whole number from 1 to 60.")]
    [InlineData("Head", "the head", "Reviews:Head is 'the head'. Write the person's object id from Entra, such as 11111111-2222-3333-4444-555555555555.")]
    [InlineData("Channels", "feed fax", "Reviews:Channels has 'fax'. Write any of feed, calendar, todo, mail, with blanks between; the bot's own card in the chat comes in any case.")]
    public void Each_mistake_is_a_sentence(string name, string value, string sentence) =>
        Assert.Equal([sentence], Read(($"Reviews:{name}", value)).Mistakes);

    private static (ReviewSettings Settings, IReadOnlyList<string> Mistakes) Read(params (string Name, string Value)[] values) =>
        ReviewSettings.From(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value))).Build());
}
