using Microsoft.Extensions.Configuration;
using PolicyBot.Storage.Schedules;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage.Schedules;

public sealed class ScheduleSettingsTests
{
    [Theory]
    [InlineData(null, "Europe/London")]
    [InlineData(" ", "Europe/London")]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    public void Work_goes_by_the_schools_clock(string? written, string zone)
    {
        var (settings, mistakes) = ScheduleSettings.From(Written("Schedules:TimeZone", written));

        Assert.Empty(mistakes);
        Assert.Equal(zone, settings.TimeZone.Id);
    }

    [Fact]
    public void A_time_zone_that_is_none_is_named() =>
        Assert.Equal(
            ["Schedules:TimeZone is 'Europe/Camelot', which is no time zone here. Write a name such as Europe/London."],
            ScheduleSettings.From(Written("Schedules:TimeZone", "Europe/Camelot")).Mistakes);

    [Theory]
    [InlineData("0")]
    [InlineData("a month")]
    public void Days_that_are_none_are_named(string written) =>
        Assert.Equal([$"Outbox:KeepDays is '{written}'. Write a number of days from 1 to 3650."],
            OutboxSettings.From(Written("Outbox:KeepDays", written)).Mistakes);

    private static IConfiguration Written(string key, string? value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
}
