using System.Globalization;
using Microsoft.Extensions.Configuration;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>Once a year a round begins by itself: in the first school week of a month.</summary>
/// <param name="Month">9 is September; null where none begins by itself.</param>
internal sealed record AnnualStart(SchoolCalendar Calendar, int? Month)
{
    private const int Week = 7, September = 9;

    /// <summary>Rounds:Annual, a month; 0 for none.</summary>
    public static int? MonthFrom(IConfiguration settings, List<string> mistakes)
    {
        if (settings["Rounds:Annual"]?.Trim() is not { Length: > 0 } text)
            return September;
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var month) && month is >= 0 and <= 12)
            return month == 0 ? null : month;

        mistakes.Add($"Rounds:Annual is '{text}'. Write the month in which a round begins by itself, such as 9, or 0 for none.");
        return null;
    }

    /// <param name="rounds">All there were of the policy. A round that somebody began shortly before is this year's.</param>
    public bool IsDue(DateOnly today, IEnumerable<Round> rounds)
    {
        if (Month != today.Month || Calendar.NextOpen(new DateOnly(today.Year, today.Month, 1)) is not { } first || today < first || today >= first.AddDays(Week) || !Calendar.IsOpen(today))
            return false;

        var before = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        return rounds.All(round => SchoolTime.DayOf(round.StartedAt) < before);
    }
}
