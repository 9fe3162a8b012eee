namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>Some days of some years, which are found and counted without walking over those between.</summary>
internal sealed class DayList(IEnumerable<DateOnly> days)
{
    private readonly DateOnly[] _days = [.. days.Distinct().Order()];

    public bool Contains(DateOnly day) => Array.BinarySearch(_days, day) >= 0;

    public int Between(DateOnly after, DateOnly until) => Math.Max(0, CountTo(until) - CountTo(after));

    /// <summary>The first, second or later one after a day; none where the list has no more.</summary>
    public DateOnly? After(DateOnly day, int number)
    {
        var place = CountTo(day) + number - 1L;
        return place < _days.Length ? _days[place] : null;
    }

    private int CountTo(DateOnly day)
    {
        var place = Array.BinarySearch(_days, day);
        return place < 0 ? ~place : place + 1;
    }
}
