using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.Rounds;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>People on the ladder, and what becomes of them when the bot runs all the time or with gaps.</summary>
internal static class Ladders
{
    public static ReminderLadder Usual { get; } = new(new LadderSettings(), Calendars.Year);

    public static LadderFacts Person(string issued, params DayRange[] leave) =>
        new("p-17", DateOnly.ParseExact(issued, "yyyy-MM-dd"), [], leave, WorkingDays.MondayToFriday);

    public static LadderFacts Sent(this LadderFacts person, string step, string wall) =>
        person.Sent(new NextStep.At(LadderStep.Parse(step), Calendars.At(wall)));

    public static LadderFacts Sent(this LadderFacts person, NextStep.At step) =>
        person with { Sent = [.. person.Sent, new SentStep(step.Step, step.Instant)] };

    /// <summary>Everything that goes out from a moment on; the bot is down for each <paramref name="gap"/>.</summary>
    public static IReadOnlyList<SentStep> Run(
        ReminderLadder ladder, LadderFacts person, DateTimeOffset now, int atMost, Func<TimeSpan>? gap = null)
    {
        while (person.Sent.Count < atMost)
        {
            now += gap?.Invoke() ?? TimeSpan.Zero;
            if (ladder.Next(person, now) is not NextStep.At next)
                break;

            person = person.Sent(next);
            now = next.Instant;
        }

        return person.Sent;
    }

    public static LadderFacts Anyone(Random chance)
    {
        var weekdays = Enumerable.Range(1, 5).Where(_ => chance.Next(2) == 0).Select(day => (DayOfWeek)day).ToList();
        var from = chance.Next(3) == 0 ? new TimeOnly(chance.Next(6, 15), 30) : (TimeOnly?)null;
        var leave = Enumerable.Range(0, chance.Next(3)).Select(_ => new DateOnly(2026, 9, 1).AddDays(chance.Next(280)))
            .Select(first => new DayRange(first, first.AddDays(chance.Next(40))));
        return new LadderFacts($"p-{chance.Next()}", new DateOnly(2026, 8, 20).AddDays(chance.Next(300)), [], [.. leave],
            new WorkingDays(weekdays) { Hours = from is { } start ? new(start, start.AddHours(3)) : null });
    }
}
