namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>
/// The days of the week that somebody works, and the hours where they are known. Days or hours that never meet the
/// school's (weekends only, a shift before the doors open) give way to the school's, so that nobody is out of reach.
/// </summary>
internal sealed record WorkingDays
{
    private const int DaysInWeek = 7;

    private static readonly char[] Between = [' ', ',', ';', '/', '&', '+', '\t', '\r', '\n'];
    private static readonly char[] Digits = [.. "0123456789"];
    private static readonly string[] Names = [.. Enum.GetValues<DayOfWeek>().Select(day => $"{day}s")];

    private static readonly int Weekdays = Set(From(DayOfWeek.Monday, DayOfWeek.Friday));

    /// <summary>A bit for each day, so that two sets of the same days are equal.</summary>
    private readonly int _days;

    public WorkingDays(IEnumerable<DayOfWeek> days) => _days = Set(days);

    public static WorkingDays MondayToFriday { get; } = new(From(DayOfWeek.Monday, DayOfWeek.Friday));

    /// <summary>None where nobody said, and then the school's.</summary>
    public DayHours? Hours { get; init; }

    /// <summary>As the school counts them, Monday first.</summary>
    public IReadOnlyList<DayOfWeek> Days => [.. From(DayOfWeek.Monday, DayOfWeek.Sunday).Where(Include)];

    public bool Include(DayOfWeek day) => (_days & (1 << (int)day)) != 0;

    public bool WorksOn(DateOnly day) => Include(day.DayOfWeek) || (_days & Weekdays) == 0;

    public DayHours Within(DayHours school)
    {
        var from = Hours?.From > school.From ? Hours.Value.From : school.From;
        var until = Hours?.Until < school.Until ? Hours.Value.Until : school.Until;
        return from < until ? new DayHours(from, until) : school;
    }

    /// <summary>Reads "Mon-Fri", "Mon, Wed, Fri" and "Monday Tuesday". Every word must be a day.</summary>
    public static bool TryParse(string text, out WorkingDays days)
    {
        var stretches = Joined(text).Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.Equals("and", StringComparison.OrdinalIgnoreCase)).Select(Stretch).ToList();
        var isRead = stretches is not [] && !stretches.Contains(null);
        days = isRead ? new WorkingDays(stretches.SelectMany(stretch => stretch!)) : MondayToFriday;
        return isRead;
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static WorkingDays Parse(string written)
    {
        var place = written.IndexOfAny(Digits);
        if (!TryParse(place < 0 ? written : written[..place], out var days))
            throw new FormatException($"'{written}' are no working days.");

        return place < 0 ? days
            : DayHours.TryParse(written[place..], out var hours) ? days with { Hours = hours }
            : throw new FormatException($"'{written}' has no hours of a day.");
    }

    public override string ToString() =>
        string.Join(", ", Days.Select(day => day.ToString()[..3])) + (Hours is { } hours ? " " + hours : "");

    private static int Set(IEnumerable<DayOfWeek> days) => days.Aggregate(0, (set, day) => set | (1 << (int)day));

    /// <summary>"Mon – Fri" and "Mon to Fri" as the one word "Mon-Fri".</summary>
    private static string Joined(string text) => text.Replace('–', '-').Replace('—', '-')
        .Replace(" to ", "-", StringComparison.OrdinalIgnoreCase)
        .Replace(" -", "-", StringComparison.Ordinal).Replace("- ", "-", StringComparison.Ordinal);

    private static DayOfWeek[]? Stretch(string words) => words.Split('-').Select(Day).ToArray() switch
    {
        [{ } day] => [day],
        [{ } first, { } last] => [.. From(first, last)],
        _ => null,
    };

    /// <summary>Two letters tell every day from the others: "Tu", "Tues", "Tuesdays".</summary>
    private static DayOfWeek? Day(string word) => word.Length < 2 ? null
        : word.Equals("weds", StringComparison.OrdinalIgnoreCase) ? DayOfWeek.Wednesday
        : Array.FindIndex(Names, name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var day
            ? (DayOfWeek)day : null;

    /// <summary>Round the end of the week where the first is later: Friday to Monday.</summary>
    private static IEnumerable<DayOfWeek> From(DayOfWeek first, DayOfWeek last) =>
        Enumerable.Range(0, (last - first + DaysInWeek) % DaysInWeek + 1)
            .Select(step => (DayOfWeek)(((int)first + step) % DaysInWeek));
}
