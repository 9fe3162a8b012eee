using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Commands;

/// <summary>What the bot keeps about one person: a copy for them, and its erasure.</summary>
internal sealed class PersonCommand(IPersonRecords records, TimeProvider clock)
{
    public Task<int> ExportAsync(string person, string path) => Command.WithDatabaseAsync(async () =>
    {
        if (File.Exists(path))
            return new Command.Explain($"{path} is there already. Choose another name.", Command.BadUsage).Print();

        using var copy = new MemoryStream();
        if (await records.WriteAsync(person, copy, CancellationToken.None) is var rows and > 0)
        {
            await File.WriteAllBytesAsync(path, copy.ToArray());
            return new Command.Explain($"{rows:N0} rows about '{person}' are in {path}: all that is kept about them. What each table is for: policybot data", Command.Done).Print();
        }

        return Nothing(person).Print();
    });

    public Task<int> EraseAsync(string person, string reason) => Command.WithDatabaseAsync(async () =>
    {
        var (entries, rows) = await records.EraseAsync(person, Command.By, reason, clock.GetUtcNow(), CancellationToken.None);
        return (entries + rows == 0 ? Nothing(person) : new Command.Explain(
            $"{entries:N0} entries of the register lost who and what they were about, and an entry says so; {rows:N0} other rows are deleted. "
            + "What was exported or backed up before still has them.", Command.Done)).Print();
    });

    private static Command.Explain Nothing(string person) =>
        new($"Nothing is kept about '{person}'. The id is the one that stands in an export of the register, or in \"roster show\".", Command.Failed);
}
