using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.People;

/// <summary>Erases who left so long ago that nothing need be kept about them.</summary>
internal sealed class Retention(IRosterBook roster, IPersonRecords records, RetentionSettings settings, TimeProvider clock)
{
    public RetentionSettings Settings => settings;

    /// <returns>Those whose time is over, the longest gone first.</returns>
    public Task<IReadOnlyList<StaffMember>> DueAsync(CancellationToken cancellationToken) => DueByAsync(SchoolTime.Today(clock), cancellationToken);

    /// <returns>Those whose time is over soon, and is not yet.</returns>
    public async Task<IReadOnlyList<StaffMember>> DueSoonAsync(CancellationToken cancellationToken)
    {
        var today = SchoolTime.Today(clock);
        return [.. (await DueByAsync(today.AddMonths(RetentionSettings.MonthsAhead), cancellationToken)).Where(person => settings.DueOn(person) > today)];
    }

    /// <summary>One person after the other: where it is broken off, those that are left are still due.</summary>
    public async IAsyncEnumerable<(StaffMember Person, Erasure Erasure)> EraseAsync(IEnumerable<StaffMember> people, string by)
    {
        foreach (var person in people)
            yield return (person, await records.EraseAsync($"{person.Id}", by, $"left more than {settings.Years} ago", clock.GetUtcNow(), CancellationToken.None));
    }

    private async Task<IReadOnlyList<StaffMember>> DueByAsync(DateOnly day, CancellationToken cancellationToken) =>
        settings.Due((await roster.ReadAsync(cancellationToken)).People, day);
}
