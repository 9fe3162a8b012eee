using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class CalendarFileTests
{
    private const string OneTerm = "terms:\n  - name: Autumn\n    from: 2026-09-02\n    until: 2026-12-18\n";

    [Fact]
    public void A_calendar_says_what_it_goes_by() =>
        Assert.Equal(
            "Open 08:00-18:00 in term: Autumn 2026, 2 September 2026 to 18 December 2026; "
            + "Spring 2027, 4 January 2027 to 25 March 2027; Summer 2027, 12 April 2027 to 21 July 2027.",
            Calendars.Year.Basis);

    [Fact]
    public void Terms_are_taken_in_the_order_of_their_dates()
    {
        var (calendar, _) = Calendars.Read(
            "terms:\n  - { name: Spring, from: 2027-01-04, until: 2027-03-25 }\n"
            + "  - { name: Autumn, from: 2026-09-02, until: 2026-12-18 }\n");

        Assert.Equal(["Autumn", "Spring"], calendar!.Terms.Select(term => term.Name));
        Assert.Equal(new DateOnly(2027, 3, 25), calendar.LastDay);
    }

    [Theory]
    [InlineData("hours: 08:00-18:00", "line 1: no term is listed.")]
    [InlineData("terms:\n  Autumn: 2026", "line 2: no term is listed.")]
    [InlineData("- Autumn", "line 1: no term is listed.")]
    [InlineData("terms: ]", "line 1: this is not valid YAML")]
    [InlineData(OneTerm + "open: all", "line 5: 'open' is not known here.")]
    [InlineData(OneTerm + "hours: from eight", "line 5: these are no hours.")]
    [InlineData(OneTerm + "hours: 18:00-08:00", "line 5: these are no hours.")]
    [InlineData(OneTerm + "hours: 05:00-18:00", "line 5: nothing is sent at night.")]
    [InlineData(OneTerm + "hours: 08:00-23:00", "line 5: nothing is sent at night.")]
    [InlineData(OneTerm + "    inset: 2026-09-02", "line 5: 'inset' is not known here.")]
    [InlineData(OneTerm + "    half term: { from: 2026-10-26 }", "line 5: 'until' is missing here.")]
    [InlineData(OneTerm + "    half term: { from: 2026-12-17, until: 2026-12-21 }", "line 5: this half term is not inside")]
    [InlineData(OneTerm + "  - { name: B, from: 2026-12-18, until: 2027-01-08 }", "line 5: 'B' and 'Autumn' have days in common.")]
    [InlineData(OneTerm + "  - { name: B, from: 2027-03-18, until: 2027-01-08 }", "line 5: 'until' is before 'from'.")]
    [InlineData(OneTerm + "  - { from: 2027-01-04, until: 2027-01-08 }", "line 5: 'name' is missing here.")]
    [InlineData(OneTerm + "  - { name: B, from: January 2027, until: 2027-03-08 }", "line 5: 'January 2027' is no day.")]
    [InlineData(OneTerm + "  - { name: B, from: 2027-02-30, until: 2027-03-08 }", "line 5: '2027-02-30' is no day.")]
    [InlineData(OneTerm + "closed:\n  - soon", "line 6: 'soon' is no day.")]
    [InlineData(OneTerm + "closed:\n  -\n  - 2026-09-02", "line 6: '' is no day.")]
    [InlineData(OneTerm + "closed:\n  - { day: 2026-09-02 }", "line 6: '' is no day.")]
    [InlineData(OneTerm + "closed:\n  training: 2026-09-02", "line 6: 'closed' is a list of days.")]
    [InlineData(OneTerm + "closed:\n  - 2062-09-02", "line 6: there is no term in 2062.")]
    public void A_mistake_is_named_with_its_line_and_the_file_is_not_used(string text, string mistake)
    {
        var (calendar, mistakes) = Calendars.Read(text);

        Assert.Null(calendar);
        Assert.StartsWith($"calendar.yaml, {mistake}", Assert.Single(mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_seen_at_once()
    {
        var (_, mistakes) = Calendars.Read("hours: x\n" + OneTerm + "closed:\n  - y\n  - z\n");

        Assert.Equal(3, mistakes.Count);
    }

    [Fact]
    public void A_file_on_disk_is_read_and_one_that_is_not_there_is_a_mistake()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, Calendars.Example);
        var mistakes = new List<Mistake>();

        var there = CalendarFile.Read(path, mistakes);
        File.Delete(path);
        var gone = CalendarFile.Read(path, mistakes);

        Assert.Equal(3, there?.Terms.Count);
        Assert.Null(gone);
        Assert.StartsWith("there is no such file.", Assert.Single(mistakes).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Without_a_calendar_every_weekday_is_open_and_that_is_said(string? path)
    {
        var calendar = CalendarFile.Read(path, [])!;

        Assert.StartsWith("There is no school calendar, so every weekday but England's bank holidays counts as open",
            calendar.Basis, StringComparison.Ordinal);
        Assert.True(calendar.IsOpen(new DateOnly(2026, 8, 12)));
        Assert.False(calendar.IsOpen(new DateOnly(2026, 8, 31)));
        Assert.False(calendar.IsOpen(new DateOnly(2026, 8, 15)));
        Assert.False(calendar.IsHoliday(new DateOnly(2026, 8, 12)));
    }
}
