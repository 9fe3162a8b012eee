using Microsoft.Extensions.Logging;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Graph.People;

/// <summary>Brings the members of a group in, and says in the log what is otherwise.</summary>
internal sealed partial class RosterFromGroup(IRosterBook book, TimeProvider clock, ILogger<RosterFromGroup> log)
{
    /// <returns>Why nothing was brought in; null where it was.</returns>
    public async Task<string?> BringInAsync(IPeopleSource members, string group, CancellationToken cancellationToken)
    {
        var listing = await Listing.ReadAsync(members, group, "group", cancellationToken);
        if (listing.Roster is not { } roster)
            return listing.Fault;

        var comparison = await book.BringInAsync(roster, clock.GetUtcNow(), cancellationToken);
        if (comparison.Faults.Count > 0)
            return string.Join(' ', comparison.Faults);

        Otherwise(comparison.Later.People.Count, comparison.Joined.Count, comparison.Left.Count);
        foreach (var sentence in comparison.Sentences())
            Said(sentence);

        return null;
    }

    [LoggerMessage(LogLevel.Information, "The group's {Members} members are brought in: {Joined} new, {Left} on the roster and not in the group")]
    private partial void Otherwise(int members, int joined, int left);

    [LoggerMessage(LogLevel.Information, "{Sentence}")]
    private partial void Said(string sentence);
}
