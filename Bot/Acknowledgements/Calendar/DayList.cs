namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>
/// Some days of some years, found and counted without walking over those between: a round asks for 100,000 people.
/// </summary>
internal sealed class DayList
{
    private readonly DateOnly[] _days;

    /// <summary>How many there are up to each day, from the first to the last.</summary>
    private readonly int[] _upTo;

    public DayList(IEnumerable<DateOnly> days)
    {
        _days = [.. days.Distinct().Order()];
        _upTo = _days is [var first, .., var last] ? new int[last.DayNumber - first.DayNumber + 1] : new int[_days.Length];
        foreach (var day in _days)
            _upTo[day.DayNumber - _days[0].DayNumber] = 1;

        for (var place = 1; place < _upTo.Length; place++)
            _upTo[place] += _upTo[place - 1];
    }

    public bool Contains(DateOnly day) => CountTo(day.DayNumber) > CountTo(day.DayNumber - 1);

    public int Between(DateOnly after, DateOnly until) =>
        Math.Max(0, CountTo(until.DayNumber) - CountTo(after.DayNumber));

    /// <summary>The first, second or later one after a day; none where the list has no more.</summary>
    public DateOnly? After(DateOnly day, int number)
    {
        var place = CountTo(day.DayNumber) + number - 1L;
        return place < _days.Length ? _days[place] : null;
    }

    private int CountTo(int dayNumber)
    {
        var place = _days.Length == 0 ? -1 : dayNumber - _days[0].DayNumber;
        return place < 0 ? 0 : place < _upTo.Length ? _upTo[place] : _days.Length;
    }
}
