namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>A school term. The half term inside it is holiday.</summary>
internal sealed record Term(string Name, DayRange Days, DayRange? HalfTerm)
{
    /// <summary>The days of the term, weekends included, without those of the half term.</summary>
    public IEnumerable<DateOnly> DaysAtSchool
    {
        get
        {
            for (var day = Days.From; day <= Days.Until; day = day.AddDays(1))
                if (HalfTerm?.Includes(day) != true)
                    yield return day;
        }
    }

    public bool Overlaps(Term other) => Days.From <= other.Days.Until && other.Days.From <= Days.Until;
}
