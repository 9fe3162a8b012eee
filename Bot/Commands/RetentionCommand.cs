using PolicyBot.Acknowledgements.People;
using PolicyBot.Policies;

namespace PolicyBot.Commands;

/// <summary>Who left so long ago that nothing need be kept about them: shown first, and erased when somebody says so.</summary>
internal sealed class RetentionCommand(IRosterBook roster, IPersonRecords records, RetentionSettings settings, TimeProvider clock)
{
    public async Task<Command.Explain> ShowAsync() => await DueAsync() switch
    {
        _ when settings.YearsAfterLeaving == 0 => new Command.Explain("Everybody is kept: Retention:YearsAfterLeaving is 0.", Command.Done),
        [] => new Command.Explain($"Nobody left more than {Years} ago.", Command.Done),
        var due => new Command.Explain(string.Join(Environment.NewLine, due.Select(Line).Append(
            $"{due.Count:N0} left more than {Years} ago. Nothing was changed. To erase all that is kept about them: policybot person erase-due. Look at the list first: they cannot be brought back.")), Command.Done),
    };

    /// <summary>One person after the other: where it is broken off, those that are left are still due.</summary>
    public async Task<Command.Explain> EraseAsync()
    {
        var (due, lines) = (await DueAsync(), new List<string>());
        foreach (var person in due)
        {
            var (entries, rows) = await records.EraseAsync($"{person.Id}", Command.By, $"left more than {Years} ago", clock.GetUtcNow(), CancellationToken.None);
            lines.Add($"{Line(person)}: {entries:N0} entries of the register, {rows:N0} other rows");
        }

        lines.Add($"{due.Count:N0} {(due.Count == 1 ? "person is" : "people are")} erased. The register says that entries were erased, by whom and why, and register verify proves the rest.");
        return new Command.Explain(string.Join(Environment.NewLine, lines), Command.Done);
    }

    private string Years => settings.YearsAfterLeaving == 1 ? "a year" : $"{settings.YearsAfterLeaving} years";

    private async Task<IReadOnlyList<StaffMember>> DueAsync() => settings.Due((await roster.ReadAsync(CancellationToken.None)).People, SchoolTime.Today(clock));

    private static string Line(StaffMember person) => $"{person.Id}  {person.Name}, left on {SchoolTime.Written(person.Ends!.Value)}";
}
