using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PolicyBot.Acknowledgements.People;

/// <summary>How long people stay in the history: section Retention.</summary>
/// <param name="YearsAfterLeaving">0 for ever.</param>
/// <param name="IsAutomatic">Whether they go by themselves after it; otherwise somebody says so.</param>
internal sealed record RetentionSettings(int YearsAfterLeaving, bool IsAutomatic = false)
{
    /// <summary>So long before their time is over people are shown.</summary>
    public const int MonthsAhead = 3;

    /// <summary>What schools commonly keep of a member of staff: the end of employment and six years.</summary>
    private const int Usual = 6, Most = 100;

    /// <summary>"6 years", "a year".</summary>
    public string Years => YearsAfterLeaving == 1 ? "a year" : $"{YearsAfterLeaving} years";

    /// <returns>The settings, and a sentence for each that is wrong.</returns>
    public static (RetentionSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings)
    {
        var (text, automatic, mistakes) = (settings["Retention:YearsAfterLeaving"], settings["Retention:Automatic"], new List<string>());
        var (years, isAutomatic) = (Usual, false);
        if (!string.IsNullOrWhiteSpace(text) && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out years) && years <= Most))
            mistakes.Add($"Retention:YearsAfterLeaving is '{text}'. Write a number of years, such as {Usual}, or 0 to keep everybody.");
        if (!string.IsNullOrWhiteSpace(automatic) && !bool.TryParse(automatic, out isAutomatic))
            mistakes.Add($"Retention:Automatic is '{automatic}'. Write true to have people erased by themselves after that time, or false.");

        return (mistakes.Count == 0 ? new(years, isAutomatic) : new(Usual), mistakes);
    }

    /// <returns>The first day on which nothing need be kept about them; null for who has not left, or is kept for ever.</returns>
    public DateOnly? DueOn(StaffMember person) => YearsAfterLeaving == 0 ? null : person.Ends?.AddYears(YearsAfterLeaving).AddDays(1);

    /// <returns>Those whose last day is that long ago, the longest gone first.</returns>
    public IReadOnlyList<StaffMember> Due(IEnumerable<StaffMember> people, DateOnly today) =>
        [.. people.Where(person => DueOn(person) <= today).OrderBy(person => person.Ends).ThenBy(person => person.Name, StringComparer.Ordinal)];
}
