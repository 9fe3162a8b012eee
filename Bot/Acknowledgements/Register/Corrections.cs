using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Register;

/// <summary>
/// What of one person's entries counts, and what may be said to count no longer: only what says how somebody stands. What
/// merely happened to them, a message or an answer, has happened.
/// </summary>
internal static class Corrections
{
    private static readonly string[] Correctable = ["acknowledged", "signed-on-paper", "exempted", "wants-to-talk", "corrected"];

    /// <param name="theirs">All entries of one person, in their order.</param>
    public static IReadOnlyList<RegisterEntry> Counting(IReadOnlyList<RegisterEntry> theirs)
    {
        if (!theirs.Any(entry => entry.Kind == "corrected"))
            return theirs;

        var counting = Happening.Counting([.. theirs.Select(entry => (entry, Event: entry.ReadEvent())).Where(pair => pair.Event is not null)
            .Select(pair => new Happening(pair.entry.Number, pair.entry.At, pair.Event!))]).Select(each => each.Number).ToHashSet();
        return [.. theirs.Where(entry => counting.Contains(entry.Number))];
    }

    /// <returns>The entry by which another counts no longer; null where it counts.</returns>
    public static RegisterEntry? Of(long number, IReadOnlyList<RegisterEntry> theirs) =>
        Counting(theirs).LastOrDefault(entry => entry.ReadEvent() is RegisterEvent.Corrected corrected && corrected.Entry == number);

    /// <param name="entry">The one of that number; null where there is none.</param>
    /// <param name="theirs">All entries of the person it is about.</param>
    /// <returns>Why it cannot be corrected; null where it can.</returns>
    public static string? Against(long number, RegisterEntry? entry, IReadOnlyList<RegisterEntry> theirs) => entry switch
    {
        null => $"There is no entry {number}. See policybot register show, and a person's id or email.",
        { IsErased: true } => $"Entry {number} was erased. Nothing is left of it to be corrected.",
        { Person: null } => $"Entry {number} is about nobody in particular, and cannot be corrected.",
        _ when !Correctable.Contains(entry.Kind) =>
            $"Entry {number} says what happened and not how somebody stands, and cannot be corrected. A confirmation, a signature on paper, an exemption, a wish to talk and a correction can.",
        _ => Of(number, theirs) is { } before
            ? $"Entry {number} was corrected already, on {SchoolTime.Written(before.At)}. To have it count again, correct entry {before.Number}."
            : null,
    };
}
