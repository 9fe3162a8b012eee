using PolicyBot.Acknowledgements.People;
using PolicyBot.Graph.Runners;
using PolicyBot.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Graph.People;

/// <summary>
/// For whom the bot is to be installed: whoever works here and has no conversation with it. Somebody for whom it was
/// installed and who took it away again is left in peace; what was refused is asked for once more each day.
/// </summary>
internal sealed class InstallList(IRosterBook roster, IReferenceStore references, IErrandStore errands, TimeProvider clock)
{
    private const string Under = "install/";

    public async Task<IReadOnlyList<Errand>> ReadAsync(CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), SchoolTime.Today(clock));
        var people = (await roster.ReadAsync(cancellationToken)).People
            .Where(person => person.Id.IsInTeams && person.StandingOn(today) is not Standing.Left)
            .Select(person => new Recipient.Person(person.Id.Value)).ToList();
        var reached = await references.FindAsync(people, cancellationToken);
        var asked = (await errands.UnderAsync(Under, cancellationToken)).ToLookup(errand => errand.Errand.Person);
        return [.. people.Where(person => !reached.ContainsKey(person.Thread)).Select(person => person.ObjectId)
            .Where(person => asked[person].All(errand => errand.State is ErrandState.Refused or ErrandState.Cancelled))
            .Select(person => new Errand(KeyOf(person, asked[person].Any(), today), InstallErrand.OfKind, person, InstallErrand.EmptyBody, now))];
    }

    private static string KeyOf(string person, bool isAgain, DateOnly today) => isAgain ? $"{Under}{person}/{today:yyyy-MM-dd}" : $"{Under}{person}";
}
