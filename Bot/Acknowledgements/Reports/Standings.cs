using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>
/// Goes through the register once, from its first entry to its last, and says how everybody stands to one text of a policy
/// as at the end of a day, in the round that was open then. What was written later does not count, and who starts later is not in it.
/// </summary>
/// <param name="policy">With that text.</param>
/// <param name="versions">Those of the text, and of others whose confirmation counts for it.</param>
internal sealed class Standings(Roster roster, Policy policy, IReadOnlySet<string> versions, DateOnly day)
{
    private readonly DateTimeOffset _end = SchoolTime.StartOf(day.AddDays(1));
    private readonly SharedEvents _events = new();
    private readonly Dictionary<string, List<Happening>> _happened = roster.People
        .Where(person => person.StandingOn(day) != Standing.NotYet)
        .ToDictionary(person => person.Id.Value, _ => new List<Happening>(), StringComparer.Ordinal);

    public void Take(RegisterEntry entry)
    {
        if (entry.At >= _end || !IsAboutThis(entry))
            return;
        if (entry.Kind == "round-started")
            BeginAnew(entry);
        else if (Find(entry.Person) is { } theirs && _events.Read(entry) is { } happened)
            theirs.Add(new Happening(entry.Number, entry.At, happened));
    }

    /// <param name="now">The report is as at now, or as at the day's last minute where the day is over.</param>
    public PolicyReport Report(RegisterHead head, DateTimeOffset now)
    {
        var (people, wordings, clauses) = (new List<PersonLine>(_happened.Count), new Dictionary<string, int>(), new ClauseTally(policy));
        foreach (var person in roster.People.Where(person => _happened.ContainsKey(person.Id.Value)).OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase))
        {
            var counting = Happening.Counting(_happened[person.Id.Value]);
            var line = new PersonReading(person, counting, day).Line();
            people.Add(line);
            if (line.State != PersonState.Left)
                clauses.Take(counting);

            if (line.State == PersonState.Acknowledged && PersonReading.Signature(counting)?.Event is RegisterEvent.Acknowledged signed)
                wordings[signed.Statement] = wordings.GetValueOrDefault(signed.Statement) + 1;
        }

        return new PolicyReport(policy, RegisterRecord.VersionOf(policy), now < _end ? now : _end.AddMinutes(-1), people, clauses.Lines(), head)
        {
            Statements = [.. wordings.OrderByDescending(each => each.Value).Select(each => each.Key)],
        };
    }

    /// <summary>In each round everybody confirms anew; in that of a new text, whoever had not confirmed it already.</summary>
    private void BeginAnew(RegisterEntry started)
    {
        if (started.ReadEvent() is RegisterEvent.RoundStarted { Trigger: Round.NewVersion })
            return;

        foreach (var theirs in _happened.Values)
            theirs.Clear();
    }

    /// <summary>A correction names its entry by the number, whichever version was current when it was made.</summary>
    private bool IsAboutThis(RegisterEntry entry) =>
        entry.Item == policy.Id.Value && (versions.Contains(entry.Version) || entry.Kind == "corrected");

    /// <summary>The register has ids as the channel wrote them, the roster as a person did; and a person may have had another.</summary>
    private List<Happening>? Find(string? person) => person is null ? null
        : _happened.TryGetValue(person, out var theirs) ? theirs
        : PersonId.TryParse(person, out var id) ? _happened.GetValueOrDefault((roster.FindEver(id)?.Id ?? id).Value)
        : null;
}
