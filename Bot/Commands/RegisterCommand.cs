using System.Globalization;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Policies;
using PolicyBot.Teams;

namespace PolicyBot.Commands;

/// <summary>Proves the register of acknowledgements, in the database or from an exported file, and exports it.</summary>
internal sealed class RegisterCommand(IRegister register, ClubSettings club, TimeProvider clock)
{
    /// <param name="expected">A check value somebody wrote down: the register must still hold what it stood for.</param>
    public Task<int> VerifyAsync(string? expected) => Command.WithDatabaseAsync(async () =>
    {
        var check = new ChainCheck();
        var (kept, number) = (expected is null, long.TryParse(expected?.Split('-')[0], CultureInfo.InvariantCulture, out var count) ? count : -1);
        check.End(await register.ReadAsync(entry =>
        {
            check.Take(entry);
            kept |= entry.Number == number && check.Head.CheckValue == expected;
        }, CancellationToken.None));
        return Say(kept ? check.Faults : [.. check.Faults, $"It does not hold what the check value {expected} stood for."], check.Head);
    });

    /// <summary>Needs no database and no settings.</summary>
    public static int VerifyFile(string path)
    {
        if (!File.Exists(path))
            return new Command.Explain($"There is no file {path}.", Command.BadUsage).Print();

        var (faults, head) = RegisterExport.Check(File.ReadAllBytes(path));
        return Say(faults, head);
    }

    public Task<int> ExportAsync(string path) => Command.WithDatabaseAsync(async () =>
    {
        if (File.Exists(path))
            return new Command.Explain($"{path} is there already, and evidence is not written over. Choose another name.", Command.BadUsage).Print();

        var entries = new List<RegisterEntry>();
        var head = await register.ReadAsync(entries.Add, CancellationToken.None);
        await using (var file = File.Create(path))
            await RegisterExport.WriteAsync(entries, head, club.Club, clock.GetUtcNow(), file, CancellationToken.None);

        Console.WriteLine($"{head.Count:N0} entries as at {SchoolTime.Written(clock.GetUtcNow())} are in {path}. Check value: {head.CheckValue}");
        return Command.Done;
    });

    private static int Say(IReadOnlyList<string> faults, RegisterHead head)
    {
        foreach (var fault in faults)
            Console.WriteLine(fault);

        Console.WriteLine(faults.Count == 0
            ? $"{head.Count:N0} entries, each as it was written and in its place. Check value: {head.CheckValue}"
            : "The register is not as it was written.");
        return faults.Count == 0 ? Command.Done : Command.Failed;
    }
}
