using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PolicyBot.Acknowledgements.People;

/// <summary>How long people stay in the history: section Retention. Nobody goes by themselves.</summary>
/// <param name="YearsAfterLeaving">0 for ever.</param>
internal sealed record RetentionSettings(int YearsAfterLeaving)
{
    /// <summary>What schools commonly keep of a member of staff: the end of employment and six years.</summary>
    private const int Usual = 6, Most = 100;

    /// <returns>The settings, and a sentence where they are wrong.</returns>
    public static (RetentionSettings Settings, string? Mistake) From(IConfiguration settings)
    {
        var text = settings["Retention:YearsAfterLeaving"];
        if (string.IsNullOrWhiteSpace(text))
            return (new(Usual), null);

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= Most
            ? (new(years), null)
            : (new(Usual), $"Retention:YearsAfterLeaving is '{text}'. Write a number of years, such as {Usual}, or 0 to keep everybody.");
    }

    /// <returns>Those whose last day is that long ago, the longest gone first.</returns>
    public IReadOnlyList<StaffMember> Due(IEnumerable<StaffMember> people, DateOnly today) => YearsAfterLeaving == 0 ? []
        : [.. people.Where(person => person.Ends?.AddYears(YearsAfterLeaving) < today).OrderBy(person => person.Ends).ThenBy(person => person.Name, StringComparer.Ordinal)];
}
