using PolicyBot.Acknowledgements.People;
using PolicyBot.Policies;

namespace PolicyBot.Commands;

/// <summary>Who left so long ago that nothing need be kept about them: shown first, and erased when somebody says so.</summary>
internal sealed class RetentionCommand(Retention retention)
{
    private RetentionSettings Settings => retention.Settings;

    public async Task<Command.Explain> ShowAsync()
    {
        if (Settings.YearsAfterLeaving == 0)
            return new Command.Explain("Everybody is kept: Retention:YearsAfterLeaving is 0.", Command.Done);

        var (due, soon) = (await retention.DueAsync(CancellationToken.None), await retention.DueSoonAsync(CancellationToken.None));
        return new Command.Explain(string.Join(Environment.NewLine,
            [.. due.Select(Line), due.Count == 0 ? $"Nobody left more than {Settings.Years} ago." : WhatHappens(due.Count), .. soon.Select(LineOfSoon)]), Command.Done);
    }

    public async Task<Command.Explain> EraseAsync()
    {
        var lines = new List<string>();
        await foreach (var (person, (entries, rows)) in retention.EraseAsync(await retention.DueAsync(CancellationToken.None), Command.By))
            lines.Add($"{Line(person)}: {entries:N0} entries of the register, {rows:N0} other rows");

        var erased = lines.Count;
        return new Command.Explain(string.Join(Environment.NewLine, lines.Append(
            $"{erased:N0} {(erased == 1 ? "person is" : "people are")} erased. The register says that entries were erased, by whom and why, and register verify proves the rest.")), Command.Done);
    }

    private string WhatHappens(int due) => $"{due:N0} left more than {Settings.Years} ago. Nothing was changed. " + (Settings.IsAutomatic
        ? "The bot erases them tonight (Retention:Automatic). To keep somebody longer, give them a later last day."
        : "To erase all that is kept about them: policybot person erase-due. Look at the list first: they cannot be brought back.");

    private static string Line(StaffMember person) => $"{person.Id}  {person.Name}, left on {SchoolTime.Written(person.Ends!.Value)}";

    private string LineOfSoon(StaffMember person) => $"{Line(person)}: from {SchoolTime.Written(Settings.DueOn(person)!.Value)}";
}
