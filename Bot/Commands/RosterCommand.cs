using PolicyBot.Acknowledgements.People;
using PolicyBot.BotFramework;
using PolicyBot.Policies;
using PolicyBot.Teams;

namespace PolicyBot.Commands;

/// <summary>Brings in who works at the club, from a file, a team or a group, and shows them on a day.</summary>
internal sealed class RosterCommand(IRosterBook book, TeamMembers teams, TimeProvider clock, IDirectoryGroup? directory = null)
{
    /// <summary>Of a trust's first file everybody is new, and nobody reads 100,000 lines.</summary>
    private const int MostLines = 40;

    private static CancellationToken None => CancellationToken.None;

    /// <param name="isTry">Only to say what would be otherwise.</param>
    public async Task<Command.Explain> ImportAsync(string path, bool isTry)
    {
        if (!File.Exists(path))
            return new Command.Explain($"There is no file {path}.", Command.BadUsage);

        var reading = RosterFile.Read(path);
        return reading.Roster is { } roster
            ? await BringInAsync(roster, reading.Notes, isTry)
            : Said([.. Noted(reading.Notes), .. reading.Mistakes.Select(mistake => $"{mistake}")], Refused(reading.Mistakes.Count), Command.Failed);
    }

    /// <param name="wanted">The team's id or name; null for the only one.</param>
    public async Task<Command.Explain> ImportTeamAsync(string? wanted, bool isTry)
    {
        var known = await teams.TeamsAsync(None);
        if (known.Where(team => wanted is null || team.Id == wanted || string.Equals(team.Name, wanted, StringComparison.OrdinalIgnoreCase)).ToList() is not [var team])
            return new Command.Explain(WhichTeam(known, wanted), Command.Failed);

        var listing = await Listing.ReadAsync(teams, team.Id, "team", None);
        return listing.Roster is { } roster
            ? await BringInAsync(roster, listing.Notes, isTry)
            : new Command.Explain(listing.Fault!, Command.Failed);
    }

    /// <param name="wanted">The group's id in Entra; null for the one in the settings.</param>
    public async Task<Command.Explain> ImportGroupAsync(string? wanted, bool isTry)
    {
        if (directory is null)
            return new Command.Explain("Microsoft Graph is not enabled. Set Graph:Enabled to true; docs/graph.md says what it needs.", Command.Failed);
        if ((wanted ?? directory.Standard) is not { } group)
            return new Command.Explain("Say which group: policybot roster import --group ID, or set Graph:RosterGroup.", Command.Failed);

        var listing = await Listing.ReadAsync(directory, group, "group", None);
        return listing.Roster is { } roster
            ? await BringInAsync(roster, listing.Notes, isTry)
            : new Command.Explain(listing.Fault!, Command.Failed);
    }

    public async Task<Command.Explain> ShowAsync(DateOnly? day)
    {
        var roster = await book.ReadAsync(None);
        return new Command.Explain(roster.People.Count == 0
            ? "Nobody is on the roster yet. Bring it in: policybot roster import FILE, or --team, or --group"
            : RosterTable.Of(roster.On(day ?? SchoolTime.Today(clock))).TrimEnd(), Command.Done);
    }

    private async Task<Command.Explain> BringInAsync(Roster roster, IReadOnlyList<string> notes, bool isTry)
    {
        var comparison = isTry
            ? Roster.Compare(await book.ReadAsync(None), roster)
            : await book.BringInAsync(roster, clock.GetUtcNow(), None);
        if (comparison.Faults.Count > 0)
            return Said([.. Noted(notes), .. comparison.Faults], Refused(comparison.Faults.Count), Command.Failed);

        var news = comparison with { Left = [.. comparison.Left.Where(IsNotKnownToHaveLeft)] };
        List<string> said = [.. Noted(notes), .. news.Matters().SelectMany(Shortened)];
        if (!news.Sentences().Any())
            said.Add("Nothing is different from the roster as it was.");

        return Said(said, $"{RosterTable.Kinds(comparison.Later.People)} "
            + (isTry ? "would be brought in. Nothing was changed: leave out --try to do it." : "brought in."), Command.Done);
    }

    /// <summary>Whose last day is on record may be missing in every file that follows.</summary>
    private bool IsNotKnownToHaveLeft(StaffMember person) =>
        person.StandingOn(SchoolTime.Today(clock)) is not Standing.Left;

    private static string WhichTeam(IReadOnlyList<TeamAccount> known, string? wanted)
    {
        if (known.Count == 0)
            return "The bot knows of no team that it is in. Add it to the team in Teams while it runs, or write @PolicyBot in the team, and type this again.";

        var begins = wanted is null ? $"The bot is in {known.Count} teams. Say which" : $"The bot knows of no one team '{wanted}'. Say one of these";
        return string.Join('\n', known.Select(team => $"  {team.Id}  {team.Name}").Prepend($"{begins}: policybot roster import --team ID"));
    }

    private static IEnumerable<string> Noted(IReadOnlyList<string> notes) => Shortened(notes.Select(note => $"Note: {note}"));

    private static string Refused(int faults) => $"{faults:N0} to mend. Nothing was brought in.";

    private static Command.Explain Said(IEnumerable<string> lines, string last, int exitCode) =>
        new(string.Join(Environment.NewLine, lines.Append(last)), exitCode);

    private static IEnumerable<string> Shortened(IEnumerable<string> sentences)
    {
        var all = sentences.ToList();
        return all.Count > MostLines ? [.. all.Take(MostLines), $"… and {all.Count - MostLines:N0} more like these."] : all;
    }
}
