using PolicyBot.Acknowledgements.People;
using PolicyBot.Policies;

namespace PolicyBot.Commands;

/// <summary>Brings in who works at the club, and shows them on a day.</summary>
internal sealed class RosterCommand(IRosterBook book, TimeProvider clock)
{
    /// <summary>Of a trust's first file everybody is new, and nobody reads 100,000 lines.</summary>
    private const int MostLines = 40;

    private static CancellationToken None => CancellationToken.None;

    /// <param name="isTry">Only to say what would be otherwise.</param>
    public Task<int> ImportAsync(string path, bool isTry)
    {
        if (!File.Exists(path))
            return Task.FromResult(new Command.Explain($"There is no file {path}.", Command.BadUsage).Print());

        var reading = RosterFile.Read(path);
        Say(reading.Notes.Select(note => $"Note: {note}"));
        return reading.Roster is { } roster
            ? Command.WithDatabaseAsync(() => BringInAsync(roster, isTry))
            : Task.FromResult(Refuse(reading.Mistakes));
    }

    public Task<int> ShowAsync(DateOnly? day) => Command.WithDatabaseAsync(async () =>
    {
        var roster = await book.ReadAsync(None);
        Console.Write(roster.People.Count == 0
            ? $"Nobody is on the roster yet. Bring it in: policybot roster import FILE{Environment.NewLine}"
            : RosterTable.Of(roster.On(day ?? SchoolTime.Today(clock))));
        return Command.Done;
    });

    private async Task<int> BringInAsync(Roster roster, bool isTry)
    {
        var comparison = isTry
            ? Roster.Compare(await book.ReadAsync(None), roster)
            : await book.BringInAsync(roster, clock.GetUtcNow(), None);
        var news = comparison with { Left = [.. comparison.Left.Where(IsNotKnownToHaveLeft)] };
        foreach (var matter in news.Matters())
            Say(matter);

        if (!news.Sentences().Any())
            Console.WriteLine("Nothing is different from the roster as it was.");

        Console.WriteLine($"{RosterTable.Kinds(roster.People)} {(isTry
            ? "would be brought in. Nothing was changed: leave out --try to do it." : "brought in.")}");
        return Command.Done;
    }

    /// <summary>Whose last day is on record may be missing in every file that follows.</summary>
    private bool IsNotKnownToHaveLeft(StaffMember person) =>
        person.StandingOn(SchoolTime.Today(clock)) is not Standing.Left;

    private static int Refuse(IReadOnlyList<RosterMistake> mistakes)
    {
        foreach (var mistake in mistakes)
            Console.Error.WriteLine(mistake);

        return new Command.Explain($"{mistakes.Count:N0} to mend. Nothing was brought in.", Command.Failed).Print();
    }

    private static void Say(IEnumerable<string> sentences)
    {
        var all = sentences.ToList();
        foreach (var sentence in all.Take(MostLines))
            Console.WriteLine(sentence);

        if (all.Count > MostLines)
            Console.WriteLine($"… and {all.Count - MostLines:N0} more like these.");
    }
}
