using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyBot.Commands;

/// <summary>What the person who runs the bot does with an installation: backups, and how it is.</summary>
internal abstract partial record Command
{
    private const string Keep = "--keep", Wait = "--wait", Here = "http://127.0.0.1:3978";

    /// <param name="Path">A file that is not there yet, or a folder.</param>
    /// <param name="Most">How many are kept in the folder; null for all.</param>
    internal sealed record Backup(string Path, int? Most) : Command;

    /// <param name="Replaces">A database that is there gives way.</param>
    internal sealed record Restore(string File, bool Replaces) : Command;

    /// <param name="Address">Of the bot that runs.</param>
    /// <param name="Waits">Until it is ready, a minute at most.</param>
    internal sealed record AskHealth(string Address, bool Waits) : Command;

    private static Command Upkeep(List<string> words) => words switch
    {
        ["backup", var path] when path != Keep => new Backup(path, null),
        ["backup", var path, Keep, var most] when int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => new Backup(path, number),
        ["backup", ..] => Wrong("backup needs the name of a file or folder, and for a folder may have --keep and how many to keep, such as --keep 14."),
        ["restore", var file] when file != Replace => new Restore(file, Replaces: false),
        ["restore", var file, Replace] => new Restore(file, Replaces: true),
        ["restore", Replace, var file] => new Restore(file, Replaces: true),
        ["restore", ..] => Wrong("restore needs the name of one backup, and may have --replace."),
        ["health", .. var how] when how.Count(word => word != Wait) < 2 => new AskHealth(how.Find(word => word != Wait) ?? Here, how.Contains(Wait)),
        _ => Wrong("health has the address of a bot, or nothing for the one on this machine, and may have --wait."),
    };

    private static async Task<int> KeepUpAsync(Command command, WebApplication app)
    {
        var backups = app.Services.GetRequiredService<BackupCommand>();
        return (command is Restore restore
            ? await backups.RestoreAsync(restore.File, restore.Replaces)
            : await backups.WriteAsync(((Backup)command).Path, ((Backup)command).Most)).Print();
    }
}
