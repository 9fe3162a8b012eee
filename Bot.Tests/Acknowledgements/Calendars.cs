using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>A year's calendar as a school would write it, and what a file says when it is read.</summary>
internal static class Calendars
{
    public const string Example = """
        # The school year 2026/27. Bank holidays need not be listed.
        hours: 08:00-18:00
        terms:
          - name: Autumn 2026
            from: 2026-09-02
            until: 18 December 2026
            half term: { from: 2026-10-26, until: 2026-10-30 }
          - name: Spring 2027
            from: 2027-01-04
            until: 2027-03-25
            half term: { from: 2027-02-15, until: 2027-02-19 }
          - name: Summer 2027
            from: 2027-04-12
            until: 2027-07-21
            half term: { from: 2027-05-31, until: 2027-06-04 }
        closed:
          - 2026-09-02 # staff training
          - 2026-11-27
        """;

    public static SchoolCalendar Year { get; } = Read(Example).Calendar!;

    public static (SchoolCalendar? Calendar, IReadOnlyList<string> Mistakes) Read(string text)
    {
        var mistakes = new List<Mistake>();
        var calendar = CalendarFile.Read("calendar.yaml", new StringReader(text), mistakes);
        return (calendar, [.. mistakes.Select(mistake => mistake.ToString())]);
    }

    public static DateTimeOffset At(string wall) =>
        SchoolTime.At(DateOnly.ParseExact(wall[..10], "yyyy-MM-dd"), TimeOnly.ParseExact(wall[11..], "HH:mm"));

    public static string Wall(DateTimeOffset instant) => $"{SchoolTime.Of(instant):yyyy-MM-dd HH:mm}";
}
