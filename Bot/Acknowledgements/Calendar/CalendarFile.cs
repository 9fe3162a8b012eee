using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>
/// Reads the school's calendar:
/// <code>
/// hours: 08:00-18:00
/// terms:
///   - name: Autumn 2026
///     from: 2026-09-02
///     until: 2026-12-18
///     half term: { from: 2026-10-26, until: 2026-10-30 }
/// closed:
///   - 2026-09-02 # staff training
/// </code>
/// </summary>
internal static class CalendarFile
{
    /// <param name="path">None where no calendar is set.</param>
    /// <returns>Nothing, with the mistakes noted, where the file cannot be trusted.</returns>
    public static SchoolCalendar? Read(string? path, ICollection<Mistake> mistakes)
    {
        if (string.IsNullOrWhiteSpace(path))
            return SchoolCalendar.WithoutTerms;

        if (File.Exists(path))
            return Read(path, File.OpenText(path), mistakes);

        mistakes.Add(new Mistake(path, 1, "there is no such file. Write the terms in it, or set no calendar."));
        return null;
    }

    public static SchoolCalendar? Read(string path, TextReader text, ICollection<Mistake> mistakes)
    {
        var found = new List<Mistake>();
        var file = AuthoredFile.Read(path, text, firstLine: 1, found);
        var calendar = found.Count == 0 ? CalendarIn(file, found) : null;
        foreach (var mistake in found)
            mistakes.Add(mistake);

        return calendar;
    }

    private static SchoolCalendar? CalendarIn(AuthoredEntry file, List<Mistake> found)
    {
        var hours = HoursIn(file.Knowing("hours", "terms", "closed"));
        var terms = TermsIn(file);
        var closed = ClosedIn(file, terms);
        return found.Count == 0 ? new SchoolCalendar(terms, closed, hours) : null;
    }

    private static DayHours HoursIn(AuthoredEntry file)
    {
        if (file.Find("hours") is not { } entry)
            return DayHours.Usual;

        if (!DayHours.TryParse(entry.Value, out var hours))
            entry.Complain("these are no hours. Write the first and the last on the same day: hours: 08:00-18:00");
        else if (!hours.IsByDay)
            entry.Complain("nothing is sent at night. Write hours between 06:00 and 21:00.");

        return hours;
    }

    private static List<Term> TermsIn(AuthoredEntry file)
    {
        var terms = new List<Term>();
        foreach (var entry in file.Items("terms"))
            if (TermIn(entry) is { } term)
            {
                if (terms.Find(term.Overlaps) is { } other)
                    entry.Complain($"'{term.Name}' and '{other.Name}' have days in common. Correct the dates of one.");

                terms.Add(term);
            }

        if (!file.Items("terms").Any())
            (file.Find("terms") ?? file).Complain("no term is listed. Write terms: a list of name, from and until.");

        return [.. terms.OrderBy(term => term.Days.From)];
    }

    private static Term? TermIn(AuthoredEntry entry)
    {
        var name = entry.Knowing("name", "from", "until", "half term").Required("name");
        var half = entry.Find("half term");
        var away = half is null ? null : RangeIn(half.Knowing("from", "until"));
        if (RangeIn(entry) is not { } days)
            return null;

        if (away is not null && !(days.Includes(away.From) && days.Includes(away.Until!.Value)))
            half!.Complain($"this half term is not inside '{name}'. Correct its dates, or the term's.");

        return new Term(name, days, away);
    }

    private static DayRange? RangeIn(AuthoredEntry entry)
    {
        var (from, until) = (DayUnder("from", entry), DayUnder("until", entry));
        if (from <= until)
            return new DayRange(from.Value, until);

        if (from > until)
            entry.Complain("'until' is before 'from'. Correct one of them.");

        return null;
    }

    private static DateOnly? DayUnder(string key, AuthoredEntry entry) =>
        entry.Required(key).Length > 0 ? DayIn(entry.Find(key)!) : null;

    private static DateOnly? DayIn(AuthoredEntry entry)
    {
        if (WrittenDates.TryParse(entry.Value ?? "", out var date) && date is { IsAssumed: false })
            return date.Day;

        entry.Complain($"'{entry.Value}' is no day. Write it as 2026-09-02 or 2 September 2026.");
        return null;
    }

    private static HashSet<DateOnly> ClosedIn(AuthoredEntry file, List<Term> terms)
    {
        var entry = file.Find("closed");
        if (entry?.Entries().Any() == true)
            entry.Complain("'closed' is a list of days. Write each on a line of its own, after a hyphen.");

        return [.. file.Items("closed").Select(item => ClosedDayIn(item, terms)).OfType<DateOnly>()];
    }

    /// <summary>A day in a year of which the file knows no term is a slip of the pen and would close nothing.</summary>
    private static DateOnly? ClosedDayIn(AuthoredEntry entry, List<Term> terms)
    {
        var day = DayIn(entry);
        if (terms.Count > 0 && (day?.Year < terms[0].Days.From.Year || day?.Year > terms[^1].Days.Until!.Value.Year))
            entry.Complain($"there is no term in {day:yyyy}. Correct the year.");

        return day;
    }
}
