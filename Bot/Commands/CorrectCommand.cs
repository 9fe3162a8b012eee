using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Policies;
using PolicyBot.Teams.Rounds;
using PolicyBot.Turns;

namespace PolicyBot.Commands;

/// <summary>What stands in the register about a person, and that an entry of theirs does not count any more.</summary>
internal sealed class CorrectCommand(IRegister register, RoundReader rounds, IRecordStore store, TimeProvider clock)
{
    /// <param name="who">An id, or an email of the roster.</param>
    public Task<int> ShowAsync(string who) => Command.WithDatabaseAsync(async () => (await TryShowAsync(who)).Print());

    public Task<int> CorrectAsync(long number, string reason) => Command.WithDatabaseAsync(async () => (await TryCorrectAsync(number, reason, Command.By)).Print());

    public async Task<Command.Explain> TryShowAsync(string who)
    {
        var lines = new List<string>();
        foreach (var (id, name) in await FindAsync(who))
            if (await register.OfAsync(id, CancellationToken.None) is { Count: > 0 } theirs)
                lines.AddRange([name is null ? id : $"{name} ({id})", .. theirs.Select(entry => LineOf(entry, theirs))]);

        return lines.Count == 0
            ? new Command.Explain($"Nothing in the register is about '{who}'. Write the id or the email that stands in the roster; see policybot roster show.", Command.Failed)
            : new Command.Explain($"{string.Join('\n', lines)}\nTo say that an entry does not count: policybot register correct NUMBER WHY", Command.Done);
    }

    public async Task<Command.Explain> TryCorrectAsync(long number, string reason, string by)
    {
        var (entry, against) = await LookAsync(number);
        if (against is not null)
            return new Command.Explain(against, Command.Failed);

        var record = new RegisterRecord(entry!.Person, entry.Item, entry.Version, new RegisterEvent.Corrected(number, by, reason), clock.GetUtcNow());
        return await store.WriteAsync([new Registrations([record])], [], CancellationToken.None)
            ? new Command.Explain($"Entry {number} does not count any more. It stays where it is, and an entry says who corrected it and why.", Command.Done)
            : new Command.Explain((await LookAsync(number)).Against ?? "Something else was written just then. Try again.", Command.Failed);
    }

    private async Task<(RegisterEntry? Entry, string? Against)> LookAsync(long number)
    {
        var entry = await register.FindAsync(number, CancellationToken.None);
        var theirs = entry?.Person is { } person ? await register.OfAsync(person, CancellationToken.None) : [];
        return (entry, Corrections.Against(number, entry, theirs));
    }

    /// <summary>Two people may have one email; whoever has left the roster is known by the id alone.</summary>
    private async Task<IReadOnlyList<(string Id, string? Name)>> FindAsync(string who)
    {
        var people = (await rounds.RosterAsync(CancellationToken.None)).People;
        var found = people.Where(person => string.Equals(person.Email, who.Trim(), StringComparison.OrdinalIgnoreCase)).Select(person => (person.Id.Value, (string?)person.Name)).ToList();
        if (found.Count > 0)
            return found;

        var id = who.Contains('@') && !who.StartsWith("mail:", StringComparison.OrdinalIgnoreCase) ? PersonId.FromEmail(who).Value
            : PersonId.TryParse(who, out var parsed) ? parsed.Value : who;
        return [(id, people.FirstOrDefault(person => person.Id.Value == id)?.Name)];
    }

    private string LineOf(RegisterEntry entry, IReadOnlyList<RegisterEntry> theirs)
    {
        var by = Corrections.Of(entry.Number, theirs);
        var said = entry.ReadEvent() is { } happened ? EntryWords.Of(happened) : "";
        return $"{entry.Number,8}  {SchoolTime.Short(entry.At)}  {rounds.TitleOf(entry.Item)}: {said}{(by is null ? "" : $" DOES NOT COUNT, see entry {by.Number}.")}";
    }
}
