using System.Globalization;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Policies;

public sealed class WrittenDatesTests
{
    [Theory]
    [InlineData("30 September 2023", "2023-09-30", false)]
    [InlineData("3rd November 2021", "2021-11-03", false)]
    [InlineData("30/09/2023", "2023-09-30", false)]
    [InlineData("01.10.2019", "2019-10-01", false)]
    [InlineData("2025-06-21", "2025-06-21", false)]
    [InlineData("September 2023", "2023-09-30", true)]
    [InlineData("Sept 2023", "2023-09-30", true)]
    [InlineData("february 2024", "2024-02-29", true)]
    [InlineData("May 2028", "2028-05-31", true)]
    [InlineData("Autumn Term 2026", "2026-12-31", true)]
    [InlineData("Spring 2024", "2024-03-31", true)]
    [InlineData("summer term 2025", "2025-07-31", true)]
    public void A_date_keeps_its_words_and_says_what_was_assumed(string words, string day, bool assumed)
    {
        Assert.True(WrittenDates.TryParse(words, out var date));
        Assert.Equal(new WrittenDate(words, DateOnly.Parse(day, CultureInfo.InvariantCulture), assumed), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("annually")]
    [InlineData("[Insert Date]")]
    public void Words_in_place_of_a_date_are_no_date_and_no_mistake(string words)
    {
        Assert.True(WrittenDates.TryParse(words, out var date));
        Assert.Null(date);
    }

    [Theory]
    [InlineData("next year")]
    [InlineData("31/02/2024")]
    [InlineData("Winter 2024")]
    [InlineData("2023")]
    public void What_is_no_date_is_refused(string words) => Assert.False(WrittenDates.TryParse(words, out _));
}
