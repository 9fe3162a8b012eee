using System.Globalization;
using PolicyBot.Acknowledgements.Calendar;

namespace PolicyBot.Acknowledgements.People;

/// <summary>Reads a person's leave: "2026-01-05..2026-03-31; 2026-06-01..", where no last day is open.</summary>
internal static class LeaveList
{
    private const string Example =
        "Write the first and the last day, such as 2026-01-05..2026-03-31, or 2026-01-05.. where the end is not known.";

    private static readonly string[] Between = ["...", "..", "…", "–", "—", " - ", " to ", " until "];

    /// <returns>The leaves, the earliest first, and a sentence for each part that cannot be read.</returns>
    public static (IReadOnlyList<DayRange> Leaves, IReadOnlyList<string> Faults) Read(string text)
    {
        var parts = text
            .Split([';', ',', '\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Part).ToList();
        return ([.. parts.Select(part => part.Leave).OfType<DayRange>().OrderBy(leave => leave.From)],
            [.. parts.Select(part => part.Fault).OfType<string>()]);
    }

    /// <summary>As <see cref="Read"/> has it.</summary>
    public static string Written(IEnumerable<DayRange> leaves) => string.Join("; ", leaves.Select(leave =>
        string.Create(CultureInfo.InvariantCulture, $"{leave.From:yyyy-MM-dd}..{leave.Until:yyyy-MM-dd}")));

    private static (DayRange? Leave, string? Fault) Part(string text) => text.Split(Between, StringSplitOptions.TrimEntries) switch
    {
        [{ Length: > 0 } only] => Days(text, only, only),
        [{ Length: > 0 } first, var last] => Days(text, first, last),
        _ => (null, $"'{text}' is no leave I can read. {Example}"),
    };

    private static (DayRange? Leave, string? Fault) Days(string text, string first, string last)
    {
        var (from, wrongFrom) = RosterDates.Read(first);
        var (until, wrongUntil) = last.Length == 0 ? (null, null) : RosterDates.Read(last);
        return (wrongFrom ?? wrongUntil) is { } fault ? (null, fault)
            : until < from ? (null, $"'{text}' ends before it begins. {Example}")
            : (new DayRange(from!.Value, until), null);
    }
}
