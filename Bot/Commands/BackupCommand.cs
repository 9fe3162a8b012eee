using System.Globalization;
using PolicyBot.Turns;

namespace PolicyBot.Commands;

/// <summary>Makes backups and brings them back. In a folder each has a name of its own, and only so many are kept.</summary>
internal sealed class BackupCommand(IBackups backups, TimeProvider clock)
{
    private const string Begins = "policybot-", Ends = ".db", Moment = "yyyyMMdd'T'HHmmss'Z'";

    /// <param name="keep">How many backups stay in the folder; null for all.</param>
    public async Task<Command.Explain> WriteAsync(string path, int? keep)
    {
        var isFolder = Directory.Exists(path);
        if (keep is not null && !isFolder)
            return new Command.Explain($"--keep is for backups in a folder, and {path} is none. Make the folder first, or leave --keep out.", Command.BadUsage);

        var file = isFolder ? Path.Combine(path, $"{Begins}{clock.GetUtcNow().ToString(Moment, CultureInfo.InvariantCulture)}{Ends}") : path;
        var outcome = await backups.WriteAsync(file, CancellationToken.None);
        var gone = outcome.IsDone && keep is { } most ? Prune(path, most) : 0;
        return Explained(gone == 0 ? outcome : outcome with { Says = $"{outcome.Says}\n{gone} older {(gone == 1 ? "backup was" : "backups were")} deleted, {keep} are kept." });
    }

    public async Task<Command.Explain> RestoreAsync(string file, bool replaces) =>
        Explained(await backups.RestoreAsync(file, replaces, CancellationToken.None));

    private static Command.Explain Explained(BackupOutcome outcome) => new(outcome.Says, outcome.IsDone ? Command.Done : Command.Failed);

    /// <summary>Only what is named as a backup of this folder is: what a person put there stays.</summary>
    private static int Prune(string folder, int most)
    {
        var old = Directory.GetFiles(folder, $"{Begins}*{Ends}").Where(IsOurs).OrderDescending(StringComparer.Ordinal).Skip(most).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    private static bool IsOurs(string file) =>
        DateTime.TryParseExact(Path.GetFileName(file)[Begins.Length..^Ends.Length], Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
