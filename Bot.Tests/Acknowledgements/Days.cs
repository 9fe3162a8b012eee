using System.Globalization;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>Days as the tests write them.</summary>
internal static class Days
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNone(string text) => text.Length == 0 ? null : Day(text);
}
