using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>Reports on a policy, from the roster, the register and the texts that were in force.</summary>
internal sealed class PolicyReports(IRosterBook rosters, IRegister register, ITextBook texts)
{
    /// <summary>About the text that was in force at the end of the day; of a day before the bot had any, about the first.</summary>
    /// <param name="policy">As the bot has it now.</param>
    /// <returns>With nobody in it where the roster had nobody by that day.</returns>
    public async Task<PolicyReport> OfAsync(Policy policy, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = RegisterRecord.VersionOf(policy);
        var whole = await texts.HistoryAsync(policy.Id.Value, cancellationToken);
        var history = whole.Before(SchoolTime.StartOf(day.AddDays(1)));
        var isNow = history.Changes.Count == whole.Changes.Count;
        var shown = await ShownAsync(policy, history.Settled ?? current, cancellationToken);
        var versions = isNow ? history.Counting(current) : history.SameAs(history.Settled ?? current);
        var standings = new Standings(await rosters.ReadAsync(cancellationToken), shown, versions, day);
        return standings.Report(await register.ReadAsync(standings.Take, cancellationToken), now) with
        {
            Changes = history.Changes,
            IsNewTextUndecided = isNow && history.IsUndecided(current),
        };
    }

    /// <returns>The ids of those who have confirmed the text that the bot has now.</returns>
    public async Task<IReadOnlySet<string>> SignedAsync(Policy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var same = (await texts.HistoryAsync(policy.Id.Value, cancellationToken)).SameAs(RegisterRecord.VersionOf(policy));
        var standings = new Standings(await rosters.ReadAsync(cancellationToken), policy, same, SchoolTime.DayOf(now));
        var report = standings.Report(await register.ReadAsync(standings.Take, cancellationToken), now);
        return report.People.Where(line => line.State is PersonState.Acknowledged).Select(line => line.Person.Id.Value).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<Policy> ShownAsync(Policy policy, string version, CancellationToken cancellationToken) =>
        version == RegisterRecord.VersionOf(policy) ? policy
        : (await texts.FindAsync(policy.Id.Value, version, cancellationToken))?.Read() ?? policy;
}
