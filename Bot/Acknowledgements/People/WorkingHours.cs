using System.Globalization;

namespace PolicyBot.Acknowledgements.People;

/// <summary>From when until when somebody works on a working day, by the school's clock.</summary>
internal readonly record struct WorkingHours(TimeOnly From, TimeOnly To)
{
    private static readonly string[] Between = ["-", "–", "—", " to "];
    private static readonly string[] Formats = ["H:mm", "H.mm", "h:mmtt", "h.mmtt", "htt"];

    /// <summary>"3-6" is refused: nobody can tell the morning from the afternoon.</summary>
    public static bool TryParse(string text, out WorkingHours hours)
    {
        hours = default;
        var ends = text.Split(Between, StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || Time(ends[0]) is not { } from || Time(ends[1]) is not { } to || from >= to)
            return false;

        hours = new WorkingHours(from, to);
        return true;
    }

    public bool Include(TimeOnly time) => From <= time && time < To;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{To:HH:mm}");

    private static TimeOnly? Time(string text)
    {
        var bare = text.Replace(" ", "", StringComparison.Ordinal);
        return TimeOnly.TryParseExact(bare, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time : null;
    }
}
