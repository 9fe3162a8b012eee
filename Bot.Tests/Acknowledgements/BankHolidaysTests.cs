using System.Globalization;
using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Calendar;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class BankHolidaysTests
{
    [Theory]
    [InlineData(2022, "3/1 15/4 18/4 2/5 30/5 29/8 26/12 27/12")] // By the rule: the Jubilee moved May's to June.
    [InlineData(2024, "1/1 29/3 1/4 6/5 27/5 26/8 25/12 26/12")]
    [InlineData(2025, "1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12")]
    [InlineData(2026, "1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12")]
    [InlineData(2027, "1/1 26/3 29/3 3/5 31/5 30/8 27/12 28/12")]
    [InlineData(2028, "3/1 14/4 17/4 1/5 29/5 28/8 25/12 26/12")]
    public void The_year_has_the_days_that_the_government_lists(int year, string days) =>
        Assert.Equal(days, string.Join(' ', BankHolidays.Of(year).Select(day => $"{day.Day}/{day.Month}")));

    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2019-04-21")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2285-03-22")]
    public void Easter_falls_where_the_tables_have_it(string sunday)
    {
        var expected = DateOnly.Parse(sunday, CultureInfo.InvariantCulture);

        Assert.Equal(expected, BankHolidays.EasterSunday(expected.Year));
    }

    [Fact]
    public void Every_year_has_eight_weekdays_off_in_order()
    {
        foreach (var year in Enumerable.Range(1900, 400))
        {
            var days = BankHolidays.Of(year);

            Assert.Equal(8, days.Distinct().Count());
            Assert.Equal(days.Order(), days);
            Assert.All(days, day => Assert.True(day.Year == year && BankHolidays.Includes(day)));
            Assert.DoesNotContain(days, day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        }
    }
}
