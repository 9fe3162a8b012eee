using PolicyBot.Acknowledgements.Calendar;

namespace PolicyBot.Acknowledgements.People;

/// <summary>Reads a person's hours. Two shifts, such as a breakfast club has, are the span that holds them both.</summary>
internal static class Shifts
{
    private static readonly string[] Between = [",", ";", "/", "&", "+", "\n", " and "];

    /// <param name="areSplit">Whether there is a break in the span, of which nothing is known any more.</param>
    public static bool TryParse(string text, out DayHours span, out bool areSplit)
    {
        var shifts = text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => DayHours.TryParse(part, out var hours) ? hours : (DayHours?)null).ToList();
        var isRead = shifts is not [] && !shifts.Contains(null);
        areSplit = isRead && shifts.Count > 1;
        span = isRead ? new DayHours(shifts.Min(shift => shift!.Value.From), shifts.Max(shift => shift!.Value.Until)) : default;
        return isRead;
    }
}
