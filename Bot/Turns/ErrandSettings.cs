using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PolicyBot.Turns;

/// <summary>Section Errands.</summary>
internal sealed record ErrandSettings
{
    /// <summary>
    /// How long an errand is known after it is settled, and its key and trace with it. Over a year: an event in a calendar
    /// is taken out again by its trace when the review is done, and that may be long after.
    /// </summary>
    public int KeepDays { get; init; } = 400;

    /// <returns>The settings, and a sentence for each mistake: settings with mistakes are not to be used.</returns>
    public static (ErrandSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings) => settings["Errands:KeepDays"] switch
    {
        null or "" => (new(), []),
        var keep when int.TryParse(keep, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3650 => (new() { KeepDays = days }, []),
        var keep => (new(), [$"Errands:KeepDays is '{keep}'. Write a number of days from 1 to 3650."]),
    };
}
